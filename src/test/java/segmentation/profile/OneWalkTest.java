package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.customers.CustomerTable;
import segmentation.features.FeatureMatrix;
import segmentation.profile.DecisionTree.Leaf;
import segmentation.profile.DecisionTree.Side;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Figures of segments that are found in one walk through the rows, against each segment taken by itself. */
class OneWalkTest {
    private static final int ROWS = 3_000;
    private static final int SEGMENTS = 4;
    private static final String[] COLUMNS = {"a", "b", "c"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void etaSquaredHasTheBitsOfSegmentBySegment(long seed) {
        int[] labels = labels(seed);
        double[] values = column(seed, 0);

        assertThat(EffectSize.etaSquared(values, labels).value()).isEqualTo(etaSquared(values, labels));
    }

    /** Eta squared by streams over the known values of each segment. */
    private static double etaSquared(double[] values, int[] labels) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(known).average().orElseThrow();
        double largest =
                Arrays.stream(known).map(value -> Math.abs(value - mean)).max().orElseThrow();
        double between = IntStream.rangeClosed(1, SEGMENTS)
                .mapToObj(segment -> members(values, labels, segment))
                .mapToDouble(own -> {
                    double sum = Arrays.stream(own)
                            .map(value -> (value - mean) / largest)
                            .sum();
                    return sum * sum / own.length;
                })
                .sum();
        double total = Arrays.stream(known)
                .map(value -> (value - mean) / largest)
                .map(deviation -> deviation * deviation)
                .sum();
        return Math.min(1, between / total);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void contrastsAreDeviationsOfSegmentMeans(long seed) {
        int[] labels = labels(seed);
        double[] values = column(seed, 0);
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(known).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(known)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());

        Contrasts contrasts = Contrasts.of(customers(seed), labels, COLUMNS);

        for (int segment = 1; segment <= SEGMENTS; segment++) {
            double own =
                    Arrays.stream(members(values, labels, segment)).average().orElseThrow();
            assertThat(contrasts.ofSegment(segment))
                    .filteredOn(contrast -> contrast.column().equals("a"))
                    .singleElement()
                    .satisfies(contrast -> assertThat(contrast.deviations()).isEqualTo((own - mean) / deviation));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void leavesHoldTheCustomersThatMeetTheirPath(long seed) {
        int[] labels = labels(seed);
        double[][] rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new double[] {
                    Math.rint(3 * at(seed, 1, i)),
                    at(seed, 2, i) / 700 + labels[i],
                    at(seed, 3, i) / 700 + labels[i] % 2
                })
                .toArray(double[][]::new);
        FeatureMatrix matrix = FeatureMatrix.of(rows);

        List<Leaf> leaves = DecisionTree.leaves(matrix, labels, SEGMENTS);

        assertThat(leaves).hasSizeGreaterThan(2);
        for (Leaf leaf : leaves) {
            int[] inside = IntStream.range(0, ROWS)
                    .filter(i -> leaf.path().stream().allMatch(side -> isOn(side, rows[i])))
                    .toArray();
            assertThat(inside).hasSize(leaf.size());
            assertThat(IntStream.of(inside).filter(i -> labels[i] == leaf.segment()))
                    .hasSize(leaf.right());
        }
    }

    private static boolean isOn(Side side, double[] row) {
        return row[side.feature()] <= side.point() == side.atMost();
    }

    @Test
    void areTheSameOnOneThreadAndOnMany() {
        assertThat(in(new ForkJoinPool(1))).isEqualTo(in(new ForkJoinPool(4)));
    }

    private static List<String> in(ForkJoinPool pool) {
        try {
            return pool.submit(() -> Stream.of(
                                    Contrasts.of(customers(1), labels(1), COLUMNS)
                                            .table()
                                            .printAll(),
                                    SegmentTraits.of(customers(1), labels(1), COLUMNS)
                                            .table()
                                            .printAll(),
                                    DecisionTree.leaves(matrix(), labels(1), SEGMENTS)
                                            .toString())
                            .toList())
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    private static FeatureMatrix matrix() {
        double[][] rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new double[] {at(1, 1, i), at(1, 2, i)})
                .toArray(double[][]::new);
        return FeatureMatrix.of(rows);
    }

    private static CustomerTable customers(long seed) {
        Table table = Table.create("customers");
        for (int j = 0; j < COLUMNS.length; j++) {
            table.addColumns(DoubleColumn.create(COLUMNS[j], column(seed, j)));
        }
        return CustomerTable.of(table);
    }

    /** Returns numbers, of the first column with gaps. */
    private static double[] column(long seed, int place) {
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> place == 0 && i % 17 == 3 ? Double.NaN : at(seed, place, i))
                .toArray();
    }

    private static double at(long seed, int place, int row) {
        return new SplittableRandom(seed * 31 + place * 7_919L + row * 104_729L).nextDouble(-5, 1000);
    }

    private static int[] labels(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, ROWS)
                .map(i -> i < SEGMENTS ? i + 1 : random.nextInt(1, SEGMENTS + 1))
                .toArray();
    }

    private static double[] members(double[] values, int[] labels, int segment) {
        return IntStream.range(0, ROWS)
                .filter(i -> labels[i] == segment && !Double.isNaN(values[i]))
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
