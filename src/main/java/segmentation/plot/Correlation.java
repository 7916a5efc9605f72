package segmentation.plot;

import java.util.Arrays;

/** Pearson's correlation of two columns. */
final class Correlation {
    private Correlation() {}

    /** Returns r in [-1, 1]; NaN where a column is constant. */
    static double of(double[] xs, double[] ys) {
        double meanX = Arrays.stream(xs).average().orElseThrow();
        double meanY = Arrays.stream(ys).average().orElseThrow();
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < xs.length; i++) {
            products += (xs[i] - meanX) * (ys[i] - meanY);
            squaresX += (xs[i] - meanX) * (xs[i] - meanX);
            squaresY += (ys[i] - meanY) * (ys[i] - meanY);
        }
        double r = products / Math.sqrt(squaresX * squaresY);
        return constant(xs) || constant(ys) ? Double.NaN : Math.max(-1, Math.min(1, r));
    }

    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
