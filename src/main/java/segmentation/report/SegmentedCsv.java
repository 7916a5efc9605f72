package segmentation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import segmentation.data.CustomerTable;
import segmentation.data.Figures;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.profile.SegmentProfiles;

/**
 * The customers' own rows with their segment beside them, as a CSV that spreadsheets and programs read.
 *
 * <p>The cells that were read are written as they were. Of the columns added here, text that a spreadsheet would run as
 * a formula gets an apostrophe in front. UTF-8, comma, CRLF, quotes where needed (RFC 4180).
 */
public final class SegmentedCsv {
    private final List<String> header;
    private final List<List<String>> rows;

    private SegmentedCsv(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    /**
     * Returns a file of the original rows, to which columns can be added.
     *
     * @param header the original header
     * @param rows the original cells, one list a customer
     */
    public static SegmentedCsv of(List<String> header, List<List<String>> rows) {
        return new SegmentedCsv(List.copyOf(header), List.copyOf(rows));
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
        return of(customers.originalHeader(), customers.originalRows())
                .with("segment", cells(labels.length, i -> Integer.toString(labels[i])))
                .with(
                        "segment_name",
                        cells(labels.length, i -> profiles.segment(labels[i]).name()))
                .with("distance", cells(labels.length, i -> Figures.plain(distances[i], 6)))
                .with("silhouette", cells(labels.length, i -> score(silhouette.at(i))));
    }

    /**
     * Returns the file with one more column at the right. Where the file has a column of that title, whatever its case,
     * the new one is called {@code title_2}, or the next number that is free, so that both stay.
     *
     * @param cells one a customer, in order; formulas in them are neutralised
     * @throws IllegalArgumentException where there are not as many cells as customers
     */
    public SegmentedCsv with(String title, List<String> cells) {
        if (cells.size() != rows.size()) {
            throw new IllegalArgumentException(
                    "%d customers need as many cells in %s, got %d".formatted(rows.size(), title, cells.size()));
        }
        return new SegmentedCsv(
                appended(header, free(title)),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> appended(rows.get(i), neutralised(cells.get(i))))
                        .toList());
    }

    /** Returns the text of the file. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be written", e);
        }
        return text.toString();
    }

    private String free(String title) {
        return Stream.concat(Stream.of(title), IntStream.iterate(2, n -> n + 1).mapToObj(n -> title + "_" + n))
                .filter(name -> header.stream().map(String::strip).noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(int count, IntFunction<String> cell) {
        return IntStream.range(0, count).mapToObj(cell).toList();
    }

    private static List<String> appended(List<String> cells, String last) {
        List<String> longer = new ArrayList<>(cells);
        longer.add(last);
        return List.copyOf(longer);
    }

    private static String neutralised(String cell) {
        boolean number = cell.matches("-?[0-9]+(\\.[0-9]+)?");
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return formula && !number ? "'" + cell : cell;
    }

    /** Leaves the cell of a customer empty who is not in the sample that was scored. */
    private static String score(double silhouette) {
        return Double.isNaN(silhouette) ? "" : Figures.plain(silhouette, 6);
    }
}
