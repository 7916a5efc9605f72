package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

/** Lloyd's algorithm on so many rows that it leaves most of them alone in the end, against one that looks at each every time. */
class LateIterationsTest {
    private static final int ROWS = 12_345;
    private static final int SHARE = 8192;

    /** Data on which rounding, overflow, underflow or ties could mislead. */
    private enum Kind {
        GROUPS(1, 0, SplittableRandom::nextDouble),
        FAR_FROM_ZERO(1, 1e9, SplittableRandom::nextDouble),
        HARDLY_APART(1e-6, 1e9, SplittableRandom::nextDouble),
        HUGE(1e30, 0, SplittableRandom::nextDouble),
        BEYOND_FLOATS(1e120, 0, SplittableRandom::nextDouble),
        TINY(1e-30, 0, SplittableRandom::nextDouble),
        BELOW_SQUARES(1e-160, 0, SplittableRandom::nextDouble),
        TIES(1, 0, random -> random.nextInt(3)),
        GRID(0.5, 3, random -> random.nextInt(20)),
        FEW_HOLD_MOST(1, 0, random -> 1 / (1e-6 + random.nextDouble())),
        ONE_IS_FAR_OUT(1, 0, random -> random.nextInt(5000) == 0 ? 1e12 : random.nextDouble());

        private final double scale;
        private final double offset;
        private final ToDoubleFunction<SplittableRandom> draw;

        Kind(double scale, double offset, ToDoubleFunction<SplittableRandom> draw) {
            this.scale = scale;
            this.offset = offset;
            this.draw = draw;
        }

        /** Overlapping groups, as margins are worth most where there are some, and last least where they overlap. */
        FeatureMatrix matrix(SplittableRandom random, int d) {
            return Matrices.of(IntStream.range(0, ROWS)
                    .mapToObj(row -> {
                        double group = this == TIES || this == GRID ? 0 : row % 4 * .4;
                        return IntStream.range(0, d)
                                .mapToDouble(j -> offset + scale * (group + draw.applyAsDouble(random)))
                                .toArray();
                    })
                    .toArray(double[][]::new));
        }
    }

    static Stream<Arguments> kindsAndSeeds() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> LongStream.rangeClosed(1, 2).mapToObj(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndSeeds")
    void doesWhatLookingAtEveryRowEveryTimeDoesToTheBit(Kind kind, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int d = random.nextInt(1, 10);
        int k = random.nextInt(2, 14);
        FeatureMatrix matrix = kind.matrix(random, d);
        double[][] start = random.ints(k, 0, ROWS).mapToObj(matrix::row).toArray(double[][]::new);
        FeatureBlocks rows = matrix.blocks();
        double[] flat = Arrays.stream(start).flatMapToDouble(Arrays::stream).toArray();
        Lloyd lloyd = new Lloyd(rows, flat, new LateIterations(rows, k, ROWS));
        Plain plain = new Plain(matrix.toRows(), start);

        for (int iteration = 0; iteration < 32; iteration++) {
            assertThat(lloyd.assign()).isEqualTo(plain.assign());
            assertThat(lloyd.partition()).isEqualTo(plain.partition);

            lloyd.moveCentroids();
            plain.moveCentroids();
            assertThat(lloyd.centroids()).isDeepEqualTo(plain.centroids);
        }
    }

    @Test
    void beginWhereFewRowsMoveAndAreHeardToHaveMoved() {
        FeatureBlocks rows = Matrices.noise(1, ROWS, 2).blocks();
        double[] centroids = {0, 0, 1, 1};
        LateIterations late = new LateIterations(rows, 2, ROWS);

        late.hear(ROWS / 2);
        late.move(centroids, centroids);
        assertThat(late.haveBegun()).isFalse();
        late.hear(ROWS / 100);
        assertThat(late.haveBegun()).isFalse();
        late.move(centroids, centroids);

        assertThat(late.haveBegun()).isTrue();
    }

    @Test
    void neverBeginOnFewRowsOrWithOneCluster() {
        LateIterations ofFew = new LateIterations(Matrices.noise(1, ROWS, 2).blocks(), 2);
        LateIterations ofOne = new LateIterations(Matrices.noise(1, ROWS, 2).blocks(), 1, ROWS);

        ofFew.hear(0);
        ofFew.move(new double[4], new double[4]);
        ofOne.hear(0);
        ofOne.move(new double[2], new double[2]);

        assertThat(ofFew.haveBegun()).isFalse();
        assertThat(ofOne.haveBegun()).isFalse();
    }

    /** Every distance of every row in every iteration; sums are kept by share and changed by the rows that move, in order. */
    private static final class Plain {
        private final double[][] rows;
        private final double[][] centroids;
        private final int[] partition;
        private final double[][][] sums;
        private final int[][] sizes;

        Plain(double[][] rows, double[][] start) {
            this.rows = rows;
            this.centroids = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
            this.partition = new int[rows.length];
            Arrays.fill(partition, -1);
            int shares = (rows.length + SHARE - 1) / SHARE;
            this.sums = new double[shares][start.length][start[0].length];
            this.sizes = new int[shares][start.length];
        }

        boolean assign() {
            boolean changed = false;
            for (int i = 0; i < rows.length; i++) {
                int to = nearest(rows[i], partition[i]);
                if (to != partition[i]) {
                    add(i, partition[i], -1);
                    add(i, to, 1);
                    partition[i] = to;
                    changed = true;
                }
            }
            return changed;
        }

        private int nearest(double[] row, int own) {
            double[] distances = Arrays.stream(centroids)
                    .mapToDouble(centroid -> distance(row, centroid))
                    .toArray();
            double least = Arrays.stream(distances).min().orElseThrow();
            if (own >= 0 && !(distances[own] > least)) {
                return own;
            }
            return IntStream.range(0, distances.length)
                    .filter(cluster -> !(distances[cluster] > least))
                    .findFirst()
                    .orElseThrow();
        }

        private static double distance(double[] row, double[] centroid) {
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                double difference = row[j] - centroid[j];
                sum += difference * difference;
            }
            return sum;
        }

        private void add(int row, int cluster, int sign) {
            if (cluster >= 0) {
                sizes[row / SHARE][cluster] += sign;
                double[] sum = sums[row / SHARE][cluster];
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += sign * rows[row][j];
                }
            }
        }

        void moveCentroids() {
            for (int cluster = 0; cluster < centroids.length; cluster++) {
                int size = 0;
                double[] sum = new double[centroids[cluster].length];
                for (int share = 0; share < sums.length; share++) {
                    size += sizes[share][cluster];
                    for (int j = 0; j < sum.length; j++) {
                        sum[j] += sums[share][cluster][j];
                    }
                }
                for (int j = 0; j < sum.length && size > 0; j++) {
                    centroids[cluster][j] = sum[j] / size;
                }
            }
        }
    }
}
