package segmentation.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.model.Lloyd;
import segmentation.model.Parallel;
import segmentation.model.StartMethod;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * Where plain Lloyd ends from many single starts, drawn by either {@link StartMethod}: the reason for k-means++ and for
 * restarts. Immutable; equal input and seed give equal figures on any number of threads.
 */
public final class StartSpread implements Tabular {
    /** A start counts as good where it ends within this share of the best that any start found. */
    public static final double NEAR = 0.01;

    private static final int MOST_ITERATIONS = 300;

    private final FeatureMatrix matrix;
    private final int k;
    private final long[] seeds;
    private final double[][] wcss;

    /** Takes arrays that nobody else holds: the WCSS of each start, a row for each method in the order of the type. */
    private StartSpread(FeatureMatrix matrix, int k, long[] seeds, double[][] wcss) {
        this.matrix = matrix;
        this.k = k;
        this.seeds = seeds;
        this.wcss = wcss;
    }

    /**
     * Runs Lloyd once from each start of either method.
     *
     * @param starts for each method, at least 1
     * @throws IllegalArgumentException where starts or k is below 1, or fewer than k rows differ
     */
    public static StartSpread of(FeatureMatrix matrix, int k, int starts, long seed) {
        if (starts < 1) {
            throw new IllegalArgumentException("A spread needs at least 1 start, was " + starts);
        }
        long[] seeds = new SplittableRandom(seed).longs(starts).toArray();
        FeatureBlocks rows = matrix.blocks();
        double[][] wcss = new double[StartMethod.values().length][];
        for (StartMethod method : StartMethod.values()) {
            List<Double> ends = Parallel.map(
                    starts,
                    number -> Lloyd.from(rows, method.centroids(matrix, k, seeds[number]))
                            .run(MOST_ITERATIONS));
            wcss[method.ordinal()] =
                    ends.stream().mapToDouble(Double::doubleValue).toArray();
        }
        return new StartSpread(matrix, k, seeds, wcss);
    }

    /** Returns the number of segments. */
    public int k() {
        return k;
    }

    /** Returns the number of starts of each method. */
    public int starts() {
        return seeds.length;
    }

    /** Returns a copy of the WCSS that each start of a method ended with, in the order drawn. */
    public double[] wcss(StartMethod method) {
        return wcss[method.ordinal()].clone();
    }

    /** Returns the lowest WCSS of all starts of both methods. */
    public double best() {
        return Arrays.stream(wcss).flatMapToDouble(Arrays::stream).min().orElseThrow();
    }

    /** Returns the highest WCSS that a method's starts ended with. */
    public double worst(StartMethod method) {
        return Arrays.stream(wcss[method.ordinal()]).max().orElseThrow();
    }

    /** Returns how many starts of a method ended within 1 % of {@link #best}. */
    public int good(StartMethod method) {
        double limit = best() * (1 + NEAR);
        return (int) Arrays.stream(wcss[method.ordinal()])
                .filter(end -> end <= limit)
                .count();
    }

    /** Returns the run of a method that ended with the highest WCSS, iteration by iteration; the first of equals. */
    public LloydTrace worstRun(StartMethod method) {
        double[] ends = wcss[method.ordinal()];
        int number = IntStream.range(0, ends.length)
                .filter(i -> ends[i] == worst(method))
                .findFirst()
                .orElseThrow();
        return LloydTrace.of(matrix, k, method, seeds[number]);
    }

    /** Returns a row for each method: its lowest, median and highest WCSS, and how many starts are good. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled(
                        "WCSS after one start each, k = %d; the best found is %s".formatted(k, figure(best())))
                .text("starting centroids")
                .figures("starts", "lowest", "median", "highest", "highest above best", "within 1 % of best");
        for (StartMethod method : StartMethod.values()) {
            Quantiles ends = Quantiles.of(wcss[method.ordinal()]);
            table.row(
                    method.label(),
                    NumberText.count(starts()),
                    figure(ends.at(0)),
                    figure(ends.median()),
                    figure(ends.at(1)),
                    best() == 0 ? "–" : NumberText.percent(worst(method) / best() - 1),
                    NumberText.count(good(method)));
        }
        return table.build();
    }

    private String figure(double end) {
        return NumberText.within(best(), end);
    }
}
