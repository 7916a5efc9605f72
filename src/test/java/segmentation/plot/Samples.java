package segmentation.plot;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

/** Small made-up customers for the tests of pictures. */
public final class Samples {
    public static final Feature INCOME = new Feature("Annual income", "k$", "income");
    public static final Feature SCORE = new Feature("Spending score", "1–100", "spending");

    private Samples() {}

    /** Returns k well separated groups of equal size, one after the other, in two features. */
    public static FeatureMatrix groups(int k, int size, long seed) {
        Random random = new Random(seed);
        double[] values = new double[2 * k * size];
        for (int i = 0; i < k * size; i++) {
            values[2 * i] = 20 * (i / size) + random.nextGaussian();
            values[2 * i + 1] = 40 + 30 * (i / size % 2) + random.nextGaussian();
        }
        return FeatureMatrix.of(List.of(INCOME, SCORE), values);
    }

    /** Returns normal noise in d features. */
    public static FeatureMatrix noise(int rows, int d, long seed) {
        Random random = new Random(seed);
        List<Feature> features = IntStream.rangeClosed(1, d)
                .mapToObj(j -> new Feature("Feature " + j, "units"))
                .toList();
        return FeatureMatrix.of(
                features, random.doubles(rows * (long) d).map(u -> 100 * u).toArray());
    }

    /** Returns labels for {@link #groups}. */
    public static int[] labels(int k, int size) {
        return IntStream.range(0, k * size).map(i -> i / size + 1).toArray();
    }
}
