package segmentation.data.inspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segmentation.data.customers.Deferred;
import segmentation.data.customers.RowIssue;
import segmentation.data.value.NumberCell;
import segmentation.data.value.NumberParser;
import segmentation.stats.NumericSummary;
import segmentation.text.Excerpt;

/** Counts of what the cells of one column are, cell after cell; its different cells are looked for when they are asked for. */
public final class ColumnTally {
    private static final int SHOWN_VALUES = 3;

    private final ColumnCells column;
    // Most columns are numbers, of which nobody asks how they are written.
    private final Deferred<Map<String, Integer>> counts;
    private double[] values = {};
    private int filled;
    private int numbers;
    private int wholeNumbers;
    private boolean withinInt = true;
    private boolean ascending = true;
    private BigDecimal last = BigDecimal.ZERO;
    private int width = -1;
    private boolean oneWidth = true;
    private boolean leadingZero;
    private Optional<RowIssue> firstOther = Optional.empty();

    ColumnTally(ColumnCells column) {
        this.column = column;
        this.counts = Deferred.of(column::counts);
    }

    /** Returns the column whose cells are counted. */
    ColumnCells column() {
        return column;
    }

    /** Counts a cell that is a plain number. */
    public void add(NumberParser number) {
        filled++;
        addValue(number.value(), number.isWhole());
        ascending = ascending && number.isWhole() && isNext(number.exact());
        addWidth(number.cellLength(), number.isDigits());
    }

    /** Counts a trimmed cell that is not missing. */
    public void add(String cell, int line) {
        filled++;
        NumberCell number = column.style().read(cell);
        if (!number.isNumber()) {
            ascending = false;
            oneWidth = false;
            if (firstOther.isEmpty()) {
                firstOther = Optional.of(new RowIssue(
                        line,
                        Excerpt.shortened(column.name()),
                        Excerpt.quoted(cell),
                        column.style().expectation(cell)));
            }
            return;
        }
        addValue(Double.parseDouble(number.value()), number.isWhole());
        ascending = ascending && number.isWhole() && isNext(new BigDecimal(number.value()));
        addWidth(cell.length(), cell.chars().allMatch(c -> c >= '0' && c <= '9'));
        leadingZero |= cell.length() > 1 && cell.charAt(0) == '0';
    }

    private void addValue(double value, boolean whole) {
        if (numbers == values.length) {
            values = Arrays.copyOf(values, Math.max(column.rows(), 2 * numbers));
        }
        values[numbers++] = value;
        wholeNumbers += whole ? 1 : 0;
        withinInt &= Math.abs(value) <= Integer.MAX_VALUE;
    }

    private boolean isNext(BigDecimal whole) {
        boolean next = numbers == 1 || last.add(BigDecimal.ONE).equals(whole);
        last = whole;
        return next;
    }

    private void addWidth(int length, boolean digits) {
        oneWidth &= digits && (width < 0 || width == length);
        width = length;
    }

    int filled() {
        return filled;
    }

    /** Returns how many different cells there are. */
    int distinct() {
        return counts.get().size();
    }

    int numbers() {
        return numbers;
    }

    int wholeNumbers() {
        return wholeNumbers;
    }

    Optional<RowIssue> firstOther() {
        return firstOther;
    }

    /** Says whether every number fits 32 bits. */
    boolean isWithinInt() {
        return withinInt;
    }

    /** Says whether each filled cell is the whole number after the one before it; at least two of them. */
    boolean ascendsByOne() {
        return filled > 1 && ascending;
    }

    /** Says whether all cells are digits of one width, and one of them begins with 0. */
    boolean isZeroPadded() {
        return filled > 0 && oneWidth && leadingZero;
    }

    /** Returns the numbers in a few figures. */
    NumericSummary figures() {
        return NumericSummary.of(Arrays.copyOf(values, numbers));
    }

    /** Returns the different cells. */
    List<String> cells() {
        return new ArrayList<>(counts.get().keySet());
    }

    /** Returns the most frequent values, of equals the alphabetically first. */
    List<ColumnProfile.ValueCount> commonest() {
        return counts.get().entrySet().stream()
                .map(entry -> new ColumnProfile.ValueCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(ColumnProfile.ValueCount::count)
                        .reversed()
                        .thenComparing(ColumnProfile.ValueCount::value))
                .limit(SHOWN_VALUES)
                .toList();
    }
}
