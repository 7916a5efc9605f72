package segmentation.data.inspect;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import segmentation.csv.TextGrid;
import segmentation.text.Blanks;

/** Finds a total that no word names: a last row, without a name, whose every number is the sum of its column. */
final class SumRow {
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");
    private static final int FEWEST = 4;
    private static final double ROUNDING = 1e-9;

    private SumRow() {}

    /**
     * Says whether the last row is one of sums: at least one number, or two where no other row lacks a name in the first
     * column either, none of them 0, all equal to the sum of those above, and nothing else in the row.
     */
    static boolean isLast(TextGrid grid) {
        int last = grid.rows() - 1;
        if (last < FEWEST) {
            return false;
        }
        int sums = 0;
        for (int column = 0; column < grid.columns(); column++) {
            String cell = Blanks.trimmed(grid.at(last, column));
            if (cell.isEmpty()) {
                continue;
            }
            Optional<Double> sum = number(cell).isPresent() ? sum(grid, column, last) : Optional.empty();
            double value = number(cell).orElse(0);
            if (sum.isEmpty() || value == 0 || Math.abs(sum.get() - value) > ROUNDING * Math.abs(value)) {
                return false;
            }
            sums++;
        }
        boolean nameless = Blanks.trimmed(grid.at(last, 0)).isEmpty()
                && !Blanks.trimmed(grid.at(last - 1, 0)).isEmpty();
        return sums >= (nameless ? 1 : 2);
    }

    /** Returns the sum of a column above a row; empty where a cell is neither blank nor a plain number. */
    private static Optional<Double> sum(TextGrid grid, int column, int end) {
        double sum = 0;
        for (int row = 0; row < end; row++) {
            String cell = Blanks.trimmed(grid.at(row, column));
            OptionalDouble number = number(cell);
            if (number.isEmpty() && !cell.isEmpty()) {
                return Optional.empty();
            }
            sum += number.orElse(0);
        }
        return Optional.of(sum);
    }

    private static OptionalDouble number(String cell) {
        return PLAIN.matcher(cell).matches()
                ? OptionalDouble.of(Double.parseDouble(cell.replace(',', '.')))
                : OptionalDouble.empty();
    }
}
