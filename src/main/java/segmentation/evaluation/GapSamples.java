package segmentation.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;

/** Data without groups for the gap statistic: as many rows as the real data, uniform over a box. */
final class GapSamples {
    private static final int MOST_RESTARTS = 20;

    private GapSamples() {}

    /** Returns, for each data set, ln WCSS at k = 1..kMax. */
    static List<double[]> logs(
            FeatureMatrix matrix, KMeansOptions options, GapReference reference, int kMax, int samples) {
        KMeansOptions fewer = options.withRestarts(Math.min(options.restarts(), MOST_RESTARTS));
        double[] sides = reference.sides(matrix);
        long[] seeds = new SplittableRandom(options.seed()).longs(samples).toArray();
        return Parallel.map(samples, sample -> {
            SplittableRandom random = new SplittableRandom(seeds[sample]);
            FeatureMatrix drawn = drawn(sides, matrix.rows(), random);
            return IntStream.rangeClosed(1, kMax)
                    .mapToDouble(k -> KMeans.fit(drawn, k, fewer.withSeed(random.nextLong()))
                            .wcss())
                    .map(StrictMath::log)
                    .toArray();
        });
    }

    private static FeatureMatrix drawn(double[] sides, int rows, SplittableRandom random) {
        return FeatureMatrix.of(
                Collections.nCopies(sides.length, Feature.named("side")),
                IntStream.range(0, rows * sides.length)
                        .mapToDouble(at -> (random.nextDouble() - .5) * sides[at % sides.length])
                        .toArray());
    }
}
