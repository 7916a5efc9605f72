package segmentation.data.inspect;

import java.util.List;
import java.util.Optional;
import segmentation.data.customers.RowIssue;
import segmentation.data.value.DateFormat;
import segmentation.stats.NumericSummary;

/**
 * What a column of a customer file turned out to hold, in the rows that have as many cells as the header.
 *
 * @param name unique name of the column
 * @param place where it stands, counted from 0
 * @param kind what its cells hold
 * @param filled how many cells are not missing
 * @param missing how many are
 * @param distinct how many different values there are among the filled ones: numbers by value where all are numbers, else as
 *     written
 * @param numbers how many of the filled cells are numbers
 * @param firstOther the first filled cell that is no number, with what a number needs; empty where there is none
 * @param idReason why the column looks like an id or a code, a clause such as {@code all values differ …}; empty where it
 *     does not
 * @param figures the numbers in a few figures; all NaN where the column is not numeric
 * @param commonest up to three values of a column that is not numeric, most frequent first, with how often they occur
 * @param dateFormat how a column of dates is written; empty for others
 */
public record ColumnProfile(
        String name,
        int place,
        ColumnKind kind,
        int filled,
        int missing,
        int distinct,
        int numbers,
        Optional<RowIssue> firstOther,
        Optional<String> idReason,
        NumericSummary figures,
        List<ValueCount> commonest,
        Optional<DateFormat> dateFormat) {

    /**
     * A value and how often it occurs.
     *
     * @param value as written, trimmed
     * @param count number of cells
     */
    public record ValueCount(String value, int count) {}

    /** Copies the list. */
    public ColumnProfile {
        commonest = List.copyOf(commonest);
    }

    /** Says whether all values are the same, over at least two filled cells. */
    public boolean isConstant() {
        return filled > 1 && distinct == 1;
    }

    /** Returns how many filled cells of a numeric column are no numbers to compute with; 0 for other columns. */
    public int unfit() {
        return kind.isNumeric() ? filled - numbers : 0;
    }

    /** Says whether numbers and other text are mixed: at least one filled cell in ten, but not all, is a number. */
    public boolean isMixed() {
        return numbers < filled && 10L * numbers >= filled;
    }

    /** Returns how many numbers lie far from the rest, as {@link NumericSummary#far}; 0 where only two values occur. */
    public int far() {
        // Of two values the rarer would always be far.
        return kind.isNumeric() && figures.distinct() > 2 ? figures.far() : 0;
    }

    /** Returns the column as one whose cells must be numbers, whatever they are. */
    ColumnProfile asNumbers() {
        return new ColumnProfile(
                name,
                place,
                ColumnKind.NUMBER,
                filled,
                missing,
                distinct,
                numbers,
                firstOther,
                idReason,
                figures,
                commonest,
                dateFormat);
    }
}
