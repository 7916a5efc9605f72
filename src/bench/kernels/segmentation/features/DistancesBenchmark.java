package segmentation.features;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Squared distances of 20,480 rows to k points by the engine's plain loops and by the Vector API, the same bits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DistancesBenchmark {
    private static final int ROWS = 80 * FeatureBlocks.SIZE;
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Features and points, as in {@code 8 x 50}. */
    @Param({"8 x 8", "8 x 50", "20 x 5"})
    public String shape;

    private final double[] out = new double[FeatureBlocks.SIZE];
    private int d;
    private double[] points;
    private FeatureBlocks rows;

    /** The same values for the Vector API: by block, then feature, then row of the block. */
    private double[][][] blocks;

    /** Makes the data, the same numbers every time, and checks that both ways agree. */
    @Setup
    public void prepare() {
        d = Integer.parseInt(shape.split(" x ")[0]);
        points = new SplittableRandom(1)
                .doubles((long) d * Integer.parseInt(shape.split(" x ")[1]))
                .toArray();
        double[] values = new SplittableRandom(2).doubles((long) ROWS * d).toArray();
        List<Feature> features =
                IntStream.range(0, d).mapToObj(j -> Feature.named("x" + j)).toList();
        rows = FeatureMatrix.of(features, values).blocks();
        blocks = new double[rows.blocks()][d][FeatureBlocks.SIZE];
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < d; j++) {
                blocks[row / FeatureBlocks.SIZE][j][row % FeatureBlocks.SIZE] = values[row * d + j];
            }
        }
        double[] plain = new double[FeatureBlocks.SIZE];
        rows.squaredDistances(3, points, d, plain);
        squaredDistances(blocks[3], points, d);
        if (!Arrays.equals(plain, out)) {
            throw new IllegalStateException("Plain loops and vectors do not agree");
        }
    }

    /** By plain loops, which the compiler turns into vector instructions. */
    @Benchmark
    public double plainLoops() {
        double last = 0;
        for (int block = 0; block < rows.blocks(); block++) {
            for (int at = 0; at < points.length; at += d) {
                rows.squaredDistances(block, points, at, out);
                last += out[0];
            }
        }
        return last;
    }

    /** By the Vector API, four vectors of rows at a time. */
    @Benchmark
    public double vectorApi() {
        double last = 0;
        for (double[][] block : blocks) {
            for (int at = 0; at < points.length; at += d) {
                squaredDistances(block, points, at);
                last += out[0];
            }
        }
        return last;
    }

    private void squaredDistances(double[][] block, double[] points, int at) {
        for (int i = 0; i < FeatureBlocks.SIZE; i += 4 * LANES) {
            DoubleVector first = DoubleVector.zero(SPECIES);
            DoubleVector second = first;
            DoubleVector third = first;
            DoubleVector fourth = first;
            for (int j = 0; j < d; j++) {
                double[] feature = block[j];
                DoubleVector point = DoubleVector.broadcast(SPECIES, points[at + j]);
                first = added(first, feature, i, point);
                second = added(second, feature, i + LANES, point);
                third = added(third, feature, i + 2 * LANES, point);
                fourth = added(fourth, feature, i + 3 * LANES, point);
            }
            first.intoArray(out, i);
            second.intoArray(out, i + LANES);
            third.intoArray(out, i + 2 * LANES);
            fourth.intoArray(out, i + 3 * LANES);
        }
    }

    private static DoubleVector added(DoubleVector sum, double[] feature, int i, DoubleVector point) {
        DoubleVector difference = DoubleVector.fromArray(SPECIES, feature, i).sub(point);
        return sum.add(difference.mul(difference));
    }
}
