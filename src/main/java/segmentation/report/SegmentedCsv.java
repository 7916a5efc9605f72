package segmentation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.analysis.PreparedCustomers;
import segmentation.analysis.Segmentation;
import segmentation.data.customers.CustomerTable;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.FeatureRows;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.io.AtomicFile;
import segmentation.model.KMeansModel;
import segmentation.model.ModelFile;
import segmentation.model.Parallel;
import segmentation.model.Score;
import segmentation.profile.SegmentProfiles;
import segmentation.rfm.Rfm;
import segmentation.text.NumberText;

/**
 * The customers' own rows with their segment beside them, as a CSV that spreadsheets and programs read. Immutable.
 *
 * <p>The cells that were read are written as they were. Of the columns added here, text that a spreadsheet would run as
 * a formula gets an apostrophe in front. UTF-8, CRLF, quotes where needed (RFC 4180), cells separated as they were in
 * the file or else by commas. Rows and added cells are asked for when they are written, so that a million need no room.
 */
public final class SegmentedCsv implements AtomicFile.Content {
    private static final int BATCH = 4_096;
    private static final int BATCHES = 16;
    private static final String END = "\r\n";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");

    private final List<String> header;
    private final List<List<String>> rows;
    private final List<IntFunction<String>> added;
    private final char delimiter;
    private final Optional<Subject> subject;

    private SegmentedCsv(
            List<String> header,
            List<List<String>> rows,
            List<IntFunction<String>> added,
            char delimiter,
            Optional<Subject> subject) {
        this.header = header;
        this.rows = rows;
        this.added = added;
        this.delimiter = delimiter;
        this.subject = subject;
    }

    /**
     * Returns a file of the original rows, to which columns can be added.
     *
     * @param header the original header
     * @param rows the original cells, one list a customer; they must not change
     */
    public static SegmentedCsv of(List<String> header, List<List<String>> rows) {
        return new SegmentedCsv(List.copyOf(header), rows, List.of(), ',', Optional.empty());
    }

    /**
     * Returns the customers' rows with {@code segment}, {@code segment_name}, {@code distance} to the segment's centroid
     * in the units that were clustered, and {@code silhouette}; the last two with six decimals.
     *
     * @param matrix the clustered features, one row a customer
     */
    public static SegmentedCsv of(
            CustomerTable customers,
            FeatureMatrix matrix,
            KMeansModel model,
            SegmentProfiles profiles,
            Silhouette silhouette) {
        int[] labels = model.labels();
        double[] distances = model.distances(matrix);
        Subject subject = new Subject(customers, labels, profiles);
        return new SegmentedCsv(
                        List.copyOf(customers.originalHeader()),
                        customers.originalRows(),
                        List.of(),
                        ',',
                        Optional.of(subject))
                .with("segment", i -> Integer.toString(labels[i]))
                .with("segment_name", i -> profiles.segment(labels[i]).name())
                .with("distance", i -> NumberText.plain(distances[i], 6))
                // The cell of a customer who is not in the sample that was scored stays empty.
                .with("silhouette", i -> NumberText.plain(silhouette.at(i), 6));
    }

    /**
     * Returns the customers of a segmentation with their segments: every row of a file that nobody has described, as
     * {@link #of(CustomerFile, List)}, else the customers as {@link #of(CustomerTable, FeatureMatrix, KMeansModel,
     * SegmentProfiles, Silhouette)}.
     */
    public static SegmentedCsv of(Segmentation segmentation) {
        return of(segmentation, segmentation.modelFile());
    }

    /** Returns the same, where the segmentation's model file is known. */
    static SegmentedCsv of(Segmentation segmentation, ModelFile model) {
        return segmentation
                .file()
                .map(file -> of(file, FileScores.of(rows(file, segmentation, model), model)))
                .orElseGet(() -> of(
                        segmentation.prepared().customers(),
                        segmentation.prepared().matrix(),
                        segmentation.model(),
                        segmentation.profiles(),
                        segmentation.silhouette()));
    }

    /** Returns the features of all rows: those that were read already, where the segments are made of numbers alone. */
    private static FeatureRows rows(CustomerFile file, Segmentation segmentation, ModelFile model) {
        PreparedCustomers prepared = segmentation.prepared();
        boolean numbers = file.header().containsAll(model.columns())
                && model.columns().equals(prepared.columns())
                && prepared.all().isEmpty();
        return numbers
                ? FeatureRows.of(file.lines(), prepared.usable(), model.columns())
                : file.features(model.columns(), model.id());
    }

    /**
     * Returns every row of a file with {@code segment}, {@code segment_name}, {@code distance} and {@code note}; of a row
     * without a segment all but the note are empty. Delimiter and decimal sign are those of the file.
     *
     * @param scores one a row of the file, in order
     */
    public static SegmentedCsv of(CustomerFile file, List<Score> scores) {
        SegmentedCsv cells =
                new SegmentedCsv(file.originalHeader(), file.cells(), List.of(), file.delimiter(), Optional.empty());
        return cells.with("segment", i -> number(scores.get(i)))
                .with("segment_name", i -> scores.get(i).name())
                .with("distance", i -> decimal(NumberText.plain(scores.get(i).distance(), 6), file.decimalComma()))
                .with("note", i -> scores.get(i).note());
    }

    /** Returns customers by name with their recency, frequency and monetary value. */
    public static SegmentedCsv of(String customerColumn, List<Rfm> customers) {
        SegmentedCsv csv = of(List.of(), Collections.nCopies(customers.size(), List.of()))
                .with(customerColumn, i -> customers.get(i).customer());
        for (int value = 0; value < Rfm.TITLES.size(); value++) {
            int place = value;
            csv = csv.with(Rfm.TITLES.get(place), i -> customers.get(i).cells().get(place));
        }
        return csv;
    }

    /** Returns the cells that {@link #of(CustomerFile, List)} adds to a row, for those who write rows one by one. */
    public static List<String> cells(Score score, boolean decimalComma) {
        return Stream.of(
                        number(score),
                        score.name(),
                        decimal(NumberText.plain(score.distance(), 6), decimalComma),
                        score.note())
                .map(SegmentedCsv::neutralised)
                .toList();
    }

    /** Returns the titles of the columns, those added last. */
    public List<String> header() {
        return header;
    }

    private static String number(Score score) {
        return score.segment().isPresent() ? Integer.toString(score.segment().getAsInt()) : "";
    }

    private static String decimal(String figure, boolean comma) {
        return comma ? figure.replace('.', ',') : figure;
    }

    /**
     * Returns the file with one more column at the right, as {@link #with(String, IntFunction)}.
     *
     * @throws IllegalArgumentException where there are not as many cells as customers
     */
    public SegmentedCsv with(String title, List<String> cells) {
        if (cells.size() != rows.size()) {
            throw new IllegalArgumentException(
                    "%d customers need as many cells in %s, got %d".formatted(rows.size(), title, cells.size()));
        }
        List<String> copy = List.copyOf(cells);
        return with(title, copy::get);
    }

    /**
     * Returns the file with one more column at the right. Where the file has a column of that title, whatever its case,
     * the new one is called {@code title_2}, or the next number that is free, so that both stay.
     *
     * @param cell returns the cell of a row counted from 0, always the same; formulas in it are neutralised
     */
    public SegmentedCsv with(String title, IntFunction<String> cell) {
        return new SegmentedCsv(appended(header, free(title)), rows, appended(added, cell), delimiter, subject);
    }

    /** Returns the customers and their segments; empty for rows of which only the cells are known. */
    Optional<Subject> subject() {
        return subject;
    }

    /** Returns the text of the file. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        try {
            writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be written", e);
        }
        return text.toString();
    }

    /** Writes the text of the file, some thousands of rows at a time, which several threads make. */
    @Override
    public void writeTo(Appendable out) throws IOException {
        StringBuilder titles = new StringBuilder();
        append(titles, header);
        out.append(titles).append(END);
        for (int first = 0; first < rows.size(); first += BATCHES * BATCH) {
            int from = first;
            int count = (Math.min(BATCHES * BATCH, rows.size() - from) + BATCH - 1) / BATCH;
            for (StringBuilder text : Parallel.map(count, batch -> text(from + batch * BATCH))) {
                out.append(text);
            }
        }
    }

    private StringBuilder text(int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < Math.min(from + BATCH, rows.size()); i++) {
            List<String> row = rows.get(i);
            append(text, row);
            for (int column = 0; column < added.size(); column++) {
                String cell = neutralised(added.get(column).apply(i));
                CsvQuotes.append(text, cell, delimiter, row.isEmpty() && column == 0);
            }
            text.append(END);
        }
        return text;
    }

    private void append(StringBuilder text, List<String> cells) {
        boolean leads = true;
        for (String cell : cells) {
            CsvQuotes.append(text, cell, delimiter, leads);
            leads = false;
        }
    }

    private String free(String title) {
        return Stream.concat(Stream.of(title), IntStream.iterate(2, n -> n + 1).mapToObj(n -> title + "_" + n))
                .filter(name -> header.stream().map(String::strip).noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> appended(List<T> cells, T last) {
        List<T> longer = new ArrayList<>(cells);
        longer.add(last);
        return List.copyOf(longer);
    }

    /** Returns a cell that a spreadsheet shows and does not run: an apostrophe in front of a formula. */
    public static String neutralised(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
