package segmentation.data.inspect;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segmentation.data.customers.Deferred;
import segmentation.data.customers.RowIssue;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberFormat.NumberCell;
import segmentation.data.value.NumberParser;
import segmentation.stats.NumericSummary;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/**
 * Counts of what the cells of one column are, cell after cell, in the rows that tell what it holds and where it is not
 * missing; its different cells are looked for when they are asked for.
 */
final class ColumnTally {
    private static final String REGION_OR_MISSING = "NA";
    private static final int SHOWN_VALUES = 3;

    private final FileTable body;
    private final NumberFormat style;
    private final MissingValues missing;
    private final int place;
    // Most columns are numbers, of which nobody asks how they are written.
    private final Deferred<Map<String, Integer>> counts = Deferred.of(this::counted);
    private double[] values = {};
    private int filled;
    private int numbers;
    private int wholeNumbers;
    private int notAvailable;
    private boolean withinInt = true;
    private boolean ascending = true;
    private BigDecimal last = BigDecimal.ZERO;
    private int width = -1;
    private boolean oneWidth = true;
    private boolean leadingZero;
    private Optional<RowIssue> firstOther = Optional.empty();

    private ColumnTally(FileTable body, NumberFormat style, MissingValues missing, int place) {
        this.body = body;
        this.style = style;
        this.missing = missing;
        this.place = place;
    }

    /** Starts before the first cell of a column, its place counted from 0. */
    static ColumnTally of(FileTable body, NumberFormat style, MissingValues missing, int place) {
        return new ColumnTally(body, style, missing, place);
    }

    /** Counts a row's cell, where it is not missing; {@code number} reads numbers of the file's style. */
    void count(int row, NumberParser number) {
        if (body.cells().read(row, place, number) && !missing.contains(number)) {
            add(number);
            return;
        }
        String cell = cell(row);
        if (!missing.contains(cell)) {
            add(cell, body.lines()[row]);
        } else if (cell.equals(REGION_OR_MISSING)) {
            notAvailable++;
        }
    }

    private String cell(int row) {
        return Blanks.trimmed(body.cells().at(row, place));
    }

    private void add(NumberParser number) {
        filled++;
        addValue(number.value(), number.isWhole());
        ascending = ascending && number.isWhole() && isNext(number.exact());
        addWidth(number.cellLength(), number.isDigits());
    }

    private void add(String cell, int line) {
        filled++;
        NumberCell number = style.read(cell);
        if (!number.isNumber()) {
            ascending = false;
            oneWidth = false;
            if (firstOther.isEmpty()) {
                firstOther = Optional.of(
                        new RowIssue(line, Excerpt.shortened(name()), Excerpt.quoted(cell), style.expectation(cell)));
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
            values = Arrays.copyOf(values, Math.max(body.tellingRows(), 2 * numbers));
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

    private Map<String, Integer> counted() {
        Map<String, Integer> cells = new HashMap<>();
        for (int row = 0; row < body.cells().rows(); row++) {
            if (body.isTelling(row)) {
                String cell = cell(row);
                if (!missing.contains(cell)) {
                    cells.merge(cell, 1, Integer::sum);
                }
            }
        }
        return cells;
    }

    /** Returns the column's name. */
    String name() {
        return body.header().names().get(place);
    }

    int place() {
        return place;
    }

    NumberFormat style() {
        return style;
    }

    int filled() {
        return filled;
    }

    /** Returns how many cells may be filled. */
    int rows() {
        return body.tellingRows();
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

    /** Returns how many cells are NA, and taken for missing. */
    int notAvailable() {
        return notAvailable;
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

    /** Returns how many digits all cells have; 0 where they are no digits of one width. */
    int digits() {
        return filled > 0 && oneWidth ? width : 0;
    }

    /** Returns the numbers in a few figures; their order is lost. */
    NumericSummary figures() {
        return NumericSummary.sorting(numbers == values.length ? values : Arrays.copyOf(values, numbers));
    }

    /** Returns the different cells, trimmed, and how often each occurs. */
    Map<String, Integer> cells() {
        return counts.get();
    }

    /** Returns the line on which a cell stands for the first time. */
    int lineOf(String wanted) {
        for (int row = 0; row < body.cells().rows(); row++) {
            if (body.isTelling(row) && cell(row).equals(wanted)) {
                return body.lines()[row];
            }
        }
        throw new IllegalArgumentException("No cell is " + Excerpt.quoted(wanted));
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
