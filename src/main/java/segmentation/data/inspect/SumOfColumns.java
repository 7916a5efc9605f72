package segmentation.data.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column that is the sum of others in every row where all of them are known, twenty at least: of two, or of a run of
 * neighbours such as the kinds of spending beside their total.
 *
 * @param total place of the sum among the columns that were looked at
 * @param parts places of what it is the sum of, ascending
 */
record SumOfColumns(int total, List<Integer> parts) {
    private static final int FEWEST_ROWS = 20;
    private static final int MOST_COLUMNS = 60;
    private static final double NEARLY_FULL = 0.9;
    private static final double ROUNDING = 1e-9;

    /** Copies the list. */
    SumOfColumns {
        parts = List.copyOf(parts);
    }

    /**
     * Looks for sums among columns of equally many numbers, NaN for none; at most one a column, the first found. Columns
     * that lack more than a tenth of their numbers are passed over, as rows with all of them would be few.
     */
    static List<SumOfColumns> in(List<double[]> columns) {
        int[] full = IntStream.range(0, columns.size())
                .filter(place -> isNearlyFull(columns.get(place)))
                .limit(MOST_COLUMNS)
                .toArray();
        return IntStream.of(full)
                .mapToObj(total -> of(columns, full, total))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SumOfColumns> of(List<double[]> columns, int[] full, int total) {
        double[] wanted = columns.get(total);
        // Where most numbers are 0, all others soon tell sums from columns that are 0 together.
        int[] rows = IntStream.concat(
                        IntStream.range(0, wanted.length).filter(row -> wanted[row] != 0),
                        IntStream.range(0, wanted.length).filter(row -> wanted[row] == 0))
                .toArray();
        return candidates(full, total)
                .filter(parts -> isSum(columns, total, parts, rows))
                .map(parts ->
                        new SumOfColumns(total, IntStream.of(parts).boxed().toList()))
                .findFirst();
    }

    private static boolean isNearlyFull(double[] column) {
        long known =
                Arrays.stream(column).filter(number -> !Double.isNaN(number)).count();
        return known >= NEARLY_FULL * column.length;
    }

    /** Returns all pairs of other columns, then all runs of three and more of them. */
    private static Stream<int[]> candidates(int[] columns, int total) {
        int[] others = IntStream.of(columns).filter(place -> place != total).toArray();
        Stream<int[]> pairs = IntStream.range(0, others.length)
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, others.length).mapToObj(j -> new int[] {others[i], others[j]}));
        Stream<int[]> runs = IntStream.range(0, others.length)
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 3, others.length)
                        .mapToObj(to -> Arrays.copyOfRange(others, from, to)));
        return Stream.concat(pairs, runs);
    }

    private static boolean isSum(List<double[]> columns, int total, int[] parts, int[] rows) {
        int known = 0;
        for (int row : rows) {
            double sum = 0;
            double size = 0;
            for (int part : parts) {
                sum += columns.get(part)[row];
                size += Math.abs(columns.get(part)[row]);
            }
            double wanted = columns.get(total)[row];
            if (Double.isNaN(sum) || Double.isNaN(wanted)) {
                continue;
            }
            if (Math.abs(sum - wanted) > ROUNDING * (size + Math.abs(wanted))) {
                return false;
            }
            known++;
        }
        return known >= FEWEST_ROWS;
    }
}
