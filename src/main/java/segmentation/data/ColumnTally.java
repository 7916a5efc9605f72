package segmentation.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts of what the cells of one column are, cell after cell. */
final class ColumnTally {
    private static final int SHOWN_VALUES = 3;

    private final NumberStyle style;
    private final Map<String, Integer> counts = new HashMap<>();
    private double[] values = new double[16];
    private int filled;
    private int numbers;
    private int wholeNumbers;
    private boolean withinInt = true;
    private boolean ascending = true;
    private String lastWhole = "";
    private int width = -1;
    private boolean oneWidth = true;
    private boolean leadingZero;
    private Optional<RowIssue> firstOther = Optional.empty();

    ColumnTally(NumberStyle style) {
        this.style = style;
    }

    /** Counts a trimmed cell that is not missing. */
    void add(String cell, int line, String column) {
        filled++;
        counts.merge(cell, 1, Integer::sum);
        NumberCell number = style.read(cell);
        if (!number.isNumber()) {
            ascending = false;
            oneWidth = false;
            if (firstOther.isEmpty()) {
                firstOther = Optional.of(
                        new RowIssue(line, Excerpt.shortened(column), Excerpt.quoted(cell), style.expectation(cell)));
            }
            return;
        }
        if (numbers == values.length) {
            values = Arrays.copyOf(values, 2 * numbers);
        }
        values[numbers++] = Double.parseDouble(number.value());
        wholeNumbers += number.isWhole() ? 1 : 0;
        addDigits(cell, number.value());
    }

    private void addDigits(String cell, String value) {
        withinInt &= Math.abs(values[numbers - 1]) <= Integer.MAX_VALUE;
        ascending &= value.indexOf('.') < 0
                && (numbers == 1
                        || new BigDecimal(lastWhole).add(BigDecimal.ONE).equals(new BigDecimal(value)));
        lastWhole = value;
        boolean digits = cell.chars().allMatch(c -> c >= '0' && c <= '9');
        oneWidth &= digits && (width < 0 || width == cell.length());
        width = cell.length();
        leadingZero |= cell.length() > 1 && cell.charAt(0) == '0';
    }

    int filled() {
        return filled;
    }

    int distinct() {
        return counts.size();
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
        return new ArrayList<>(counts.keySet());
    }

    /** Returns the most frequent values, of equals the alphabetically first. */
    List<ColumnLook.ValueCount> commonest() {
        return counts.entrySet().stream()
                .map(entry -> new ColumnLook.ValueCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(ColumnLook.ValueCount::count)
                        .reversed()
                        .thenComparing(ColumnLook.ValueCount::value))
                .limit(SHOWN_VALUES)
                .toList();
    }
}
