package segmentation.rfm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import segmentation.csv.CsvRow;
import segmentation.csv.ReadingOptions;
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

/**
 * How a file of transactions is written, learned from all its lines before one of them is read. Who reads a file in stretches
 * learns from each by itself, and puts together what was {@link #learned} in their order.
 */
public final class TransactionFormat {
    private final SourceName source;
    private final TransactionParser.Places places;
    private final MissingValues missing;
    private final DatePatternDetector dates;
    private final Optional<NumberFormat> settled;
    private final NumberFormatDetector numbers;
    private final DoubtfulLines doubtful;

    private TransactionFormat(
            SourceName source, TransactionParser.Places places, ReadingOptions options, char delimiter) {
        this.source = source;
        this.places = places;
        this.missing = MissingValues.of(options);
        this.dates = DatePatternDetector.of(options);
        this.settled = NumberFormatDetector.settled(options, delimiter);
        this.numbers = NumberFormatDetector.of(source, options, missing);
        this.doubtful = DoubtfulLines.below(places.header(), places.customer());
    }

    /**
     * What the lines of a stretch showed, to be sent to another process.
     *
     * @param doubtful for each column that a person is asked about, how many lines have each of its values
     */
    public record Learned(
            DatePatternDetector.Seen dates,
            NumberFormatDetector.Seen numbers,
            TreeMap<Integer, TreeMap<String, Integer>> doubtful)
            implements Serializable {}

    /**
     * Starts before the first line, refusing a header that lacks a column or has it twice.
     *
     * @param source what sentences call the file
     * @param delimiter of its cells; a comma between them settles that decimals have a point
     */
    public static TransactionFormat of(
            SourceName source, CsvRow header, TransactionColumns columns, ReadingOptions options, char delimiter) {
        return new TransactionFormat(source, TransactionParser.Places.of(header, columns, source), options, delimiter);
    }

    /** Looks at a line; one with other cells than the header tells nothing. */
    public void learn(CsvRow row) {
        if (row.cells().size() == places.header().cells().size()) {
            doubtful.see(row);
            dates.add(TimeOfDay.datePart(places.cell(row, places.date())));
            if (settled.isEmpty()) {
                places.factors().forEach(place -> numbers.see(places.label(place), places.cell(row, place)));
            }
        }
    }

    /** Returns what the lines showed so far. */
    public Learned learned() {
        return new Learned(dates.seen(), numbers.seen(), doubtful.seen());
    }

    /** Takes what the lines of a stretch showed that stands behind those so far. */
    public void learn(Learned later) {
        doubtful.see(later.doubtful);
        dates.add(later.dates);
        numbers.see(later.numbers);
    }

    /** Refuses dates of which nothing says whether day or month comes first: recency would hang on a guess. */
    public void refuseDoubt() {
        String column = places.label(places.date());
        dates.format(column).flatMap(DateFormat::doubt).ifPresent(doubt -> {
            dates.contradiction().ifPresent(styles -> {
                throw DataException.inFile(
                        source + ", column " + column,
                        "dates that contradict each other, as many written " + styles,
                        "one way to write them in the whole column",
                        "write all alike, or say the order with --date-order and leave the others out with"
                                + " --skip-bad-lines");
            });
            throw DataException.inFile(
                    source + ", column " + column,
                    "dates that can all be read in two ways: " + doubt.words(),
                    "dates that say what comes first",
                    "say it with --date-order day, --date-order month or --date-order year");
        });
    }

    /** Starts to read the lines, once all were learned from; refuses numbers that can be read in two ways. */
    public TransactionParser parser() {
        return TransactionParser.of(
                places,
                new TransactionParser.Cells(source, dates.style(), settled.orElseGet(numbers::format), missing));
    }

    /** Returns the header of the column of customers, as the file writes it. */
    String customerColumn() {
        return Blanks.trimmed(places.header().cells().get(places.customer()));
    }

    /** Returns what was learned, a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(doubtful.notes());
        dates.format(places.label(places.date()))
                .ifPresent(format ->
                        notes.add("%s is written %s, %s.".formatted(format.column(), format.written(), format.done())));
        return notes;
    }

    /** Returns the fault of the first line that cannot be read. */
    DataException bad(RowIssue issue, RfmCounts counts) {
        return DataException.atCell(
                source,
                issue.line(),
                issue.column(),
                issue.found(),
                issue.expected(),
                advice(counts.bad() - 1, counts.lines()));
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
            return noLines(source, "a header only");
        }
        String found = "no customer who bought for more than was returned, in %s lines (%s)"
                .formatted(NumberText.count(counts.lines()), counts.leftOut());
        return DataException.inFile(source, found, "at least one", "check the names of the columns");
    }

    /** Returns the fault of a file without lines of transactions. */
    static DataException noLines(SourceName source, String found) {
        return DataException.inFile(source, found, "a header and lines of transactions", "check the file");
    }
}
