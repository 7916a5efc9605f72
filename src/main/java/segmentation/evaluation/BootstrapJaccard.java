package segmentation.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;

/** Bootstrap samples of the customers, and how well each segment is found again in them. */
final class BootstrapJaccard {
    /** More changed no mean by more than .002, where 20 were off by .01 (decision 8), and each is paid B times. */
    private static final int MOST_RESTARTS = 50;

    private BootstrapJaccard() {}

    /** Returns the k × B similarities of a model's segments. */
    static double[][] of(FeatureMatrix matrix, KMeansModel model, KMeansOptions options, int resamples) {
        check(matrix, model, resamples);
        int[] labels = model.labels();
        KMeansOptions few = options.withRestarts(Math.min(options.restarts(), MOST_RESTARTS));
        // Every sample has a seed before any is drawn, so it does not matter which thread draws it.
        long[] seeds = new SplittableRandom(options.seed()).longs(resamples).toArray();
        List<double[]> samples =
                Parallel.map(resamples, sample -> similarities(matrix, labels, model.k(), few.withSeed(seeds[sample])));
        return IntStream.range(0, model.k())
                .mapToObj(segment -> samples.stream()
                        .mapToDouble(similarities -> similarities[segment])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void check(FeatureMatrix matrix, KMeansModel model, int resamples) {
        if (resamples < 1) {
            throw new IllegalArgumentException("Stability needs at least 1 resample, got " + resamples);
        }
        if (model.labels().length != matrix.rows()) {
            throw new IllegalArgumentException(
                    "The model has %d customers, the matrix %d; give the matrix it was fitted to"
                            .formatted(model.labels().length, matrix.rows()));
        }
    }

    /**
     * Draws n of n customers with replacement, keeps each drawn one once, fits them, and compares.
     *
     * @param labels the segments 1..k of all customers
     * @param options settings of the fit of the sample; its seed drives the draw as well
     * @return for each segment the Jaccard similarity, among the drawn customers, with the segment of the sample that is
     *     most like it, in [0, 1]; 0 where none of its customers was drawn
     */
    static double[] similarities(FeatureMatrix matrix, int[] labels, int k, KMeansOptions options) {
        SplittableRandom random = new SplittableRandom(options.seed());
        int n = matrix.rows();
        int[] drawn = random.ints(n, 0, n).sorted().distinct().toArray();
        double[][] rows = Arrays.stream(drawn).mapToObj(matrix::row).toArray(double[][]::new);
        FeatureMatrix sample = FeatureMatrix.ofRows(matrix.features(), rows);
        int[] before = Arrays.stream(drawn).map(row -> labels[row]).toArray();
        int[] after = Refit.of(sample, k, options.withSeed(random.nextLong())).labels();
        return mostAlike(before, after, k);
    }

    /** Returns for each segment 1..k of {@code before} its highest Jaccard similarity with a segment of {@code after}. */
    static double[] mostAlike(int[] before, int[] after, int k) {
        int[][] shared = new int[k][k];
        int[] sizesBefore = new int[k];
        int[] sizesAfter = new int[k];
        for (int i = 0; i < before.length; i++) {
            shared[before[i] - 1][after[i] - 1]++;
            sizesBefore[before[i] - 1]++;
            sizesAfter[after[i] - 1]++;
        }
        return IntStream.range(0, k)
                .mapToDouble(segment -> IntStream.range(0, k)
                        .filter(other -> shared[segment][other] > 0)
                        .mapToDouble(other -> (double) shared[segment][other]
                                / (sizesBefore[segment] + sizesAfter[other] - shared[segment][other]))
                        .max()
                        .orElse(0))
                .toArray();
    }
}
