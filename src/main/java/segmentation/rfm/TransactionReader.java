package segmentation.rfm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import segmentation.csv.CsvRow;
import segmentation.csv.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.csv.ReadingProgress;
import segmentation.data.customers.RowIssue;
import segmentation.data.value.DateFormat;
import segmentation.data.value.DatePatternDetector;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberFormatDetector;
import segmentation.data.value.TimeOfDay;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.NumberText;

/** Reads a file of transactions twice: to learn how its dates are written, and to read its lines. */
final class TransactionReader {
    private final CsvSource rows;
    private final TransactionPlaces places;
    private final ReadingProgress progress;
    private final MissingValues missing;
    private final DatePatternDetector dates;
    private final Optional<NumberFormat> settled;
    private final NumberFormatDetector numbers;
    private final UndoneLines undone;
    private int leftOut;

    private TransactionReader(
            CsvSource rows, TransactionPlaces places, ReadingOptions options, ReadingProgress progress) {
        this.rows = rows;
        this.places = places;
        this.progress = progress;
        this.missing = MissingValues.of(options);
        this.dates = DatePatternDetector.of(options);
        this.undone = UndoneLines.below(places.header());
        this.settled = NumberFormatDetector.settled(options, rows.dialect().delimiter());
        this.numbers = NumberFormatDetector.of(rows.name(), options, missing);
    }

    /** Reads the file for the first time, refusing one without these columns. */
    static TransactionReader of(
            Path file, TransactionColumns columns, ReadingOptions options, ReadingProgress progress) {
        SourceName source = SourceName.of(file);
        CsvSource rows = CsvSource.large(file, source, options, columns.names());
        CsvRow header = rows.header().orElseThrow(() -> noLines(source, "an empty file"));
        TransactionPlaces places = TransactionPlaces.of(header, columns, source);
        TransactionReader reader = new TransactionReader(rows, places, options, progress);
        long size = rows.bytes();
        reader.leftOut = rows.forEach(reader::learn, read -> progress.read(read, 2 * size));
        reader.refuseDoubt();
        return reader;
    }

    private void learn(CsvRow row) {
        if (row.cells().size() == places.header().cells().size()) {
            undone.see(row);
            dates.add(TimeOfDay.datePart(places.cell(row, places.date())));
            if (settled.isEmpty()) {
                places.factors().forEach(place -> numbers.see(places.label(place), places.cell(row, place)));
            }
        }
    }

    /** Refuses dates of which nothing says whether day or month comes first: recency would hang on a guess. */
    private void refuseDoubt() {
        String column = places.label(places.date());
        dates.format(column).flatMap(DateFormat::doubt).ifPresent(doubt -> {
            if (dates.contradict()) {
                throw DataException.inFile(
                        rows.name() + ", column " + column,
                        "dates that contradict each other, as many that only fit day first as only month first",
                        "one order in the whole column",
                        "correct the file, or say the order with --date-order and leave the others out with --skip-bad-lines");
            }
            throw DataException.inFile(
                    rows.name() + ", column " + column,
                    "dates that can all be read in two ways: " + doubt.words(),
                    "dates that say what comes first",
                    "say it with --date-order day, --date-order month or --date-order year");
        });
    }

    /** Reads the file for the second time and hands over each line below the header. */
    void forEach(Consumer<TransactionLine> action) {
        TransactionParser parser = TransactionParser.of(
                places,
                new TransactionParser.Cells(rows.name(), dates.style(), settled.orElseGet(numbers::format), missing));
        long size = rows.bytes();
        rows.forEach(row -> action.accept(parser.read(row)), read -> progress.read(size + read, 2 * size));
        progress.read(2 * size, 2 * size);
    }

    /** Returns the size of the file in bytes. */
    long bytes() {
        return rows.bytes();
    }

    /** Returns the header of the column of customers, as the file writes it. */
    String customerColumn() {
        return Blanks.trimmed(places.header().cells().get(places.customer()));
    }

    /** Returns what was guessed, a sentence each; {@code alike} customers differ from another in writing only. */
    List<String> notes(RfmTally tally, int alike) {
        List<String> notes = new ArrayList<>();
        String separation = rows.separation().isEmpty() ? "" : ", " + rows.separation();
        notes.add("The file is read as %s%s.".formatted(rows.encoding().name(), separation));
        notes.addAll(rows.notes());
        notes.addAll(rows.leftOutNote(leftOut));
        notes.addAll(undone.notes());
        dates.format(places.label(places.date()))
                .ifPresent(format ->
                        notes.add("%s is written %s, %s.".formatted(format.column(), format.written(), format.done())));
        tally.farLast().ifPresent(notes::add);
        if (alike > 0) {
            notes.add("Of the customers, %s differ from another only in the way a number is written; they stay apart."
                    .formatted(NumberText.count(alike)));
        }
        return List.copyOf(notes);
    }

    /** Returns the fault of a line that cannot be read, and of some more. */
    DataException bad(RowIssue issue, int more, int lines) {
        return DataException.atCell(
                rows.name(), issue.line(), issue.column(), issue.found(), issue.expected(), advice(more, lines));
    }

    private static String advice(int more, int lines) {
        if (more + 1 == lines && lines > 1) {
            return "no line of %s can be read, so check which column it is and how it is written"
                    .formatted(NumberText.count(lines));
        }
        String others =
                more == 0 ? "" : " (%s more bad %s)".formatted(NumberText.count(more), more == 1 ? "line" : "lines");
        return "correct the file or skip bad lines" + others;
    }

    /** Returns the fault of a file that leaves no customer. */
    DataException nobody(RfmCounts counts) {
        if (counts.lines() == 0) {
            return noLines(rows.name(), "a header only");
        }
        String found = "no customer who bought for more than was returned, in %s lines (%s)"
                .formatted(NumberText.count(counts.lines()), counts.leftOut());
        return DataException.inFile(rows.name(), found, "at least one", "check the names of the columns");
    }

    private static DataException noLines(SourceName source, String found) {
        return DataException.inFile(source, found, "a header and lines of transactions", "check the file");
    }
}
