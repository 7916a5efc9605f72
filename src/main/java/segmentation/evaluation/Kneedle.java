package segmentation.evaluation;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The knee of a falling, convex curve: where going on stops paying.
 *
 * <p>Both axes are brought to [0, 1] and the falling curve is turned over; the knee is the first local maximum of the
 * distance to the diagonal that is confirmed by the distance then falling by more than one average step (sensitivity
 * S = 1). The curve is not smoothed. A straight line, a rising or a flat curve, and one of fewer than three points have
 * no knee.
 *
 * <p>Source: Satopää, Albrecht, Irwin and Raghavan, Finding a "kneedle" in a haystack, ICDCS Workshops 2011.
 */
public final class Kneedle {
    private static final double SENSITIVITY = 1;

    /** Distances below this are rounding: a straight line is to have no knee. */
    private static final double LEAST_DISTANCE = 1e-12;

    private final double[] distances;
    private final OptionalInt knee;

    private Kneedle(double[] distances, OptionalInt knee) {
        this.distances = distances;
        this.knee = knee;
    }

    /**
     * Finds the knee of a curve.
     *
     * @param x strictly ascending positions
     * @param y the value at each position
     * @throws IllegalArgumentException where the lengths differ, x does not ascend, or a value is not finite
     */
    public static Kneedle of(double[] x, double[] y) {
        check(x, y);
        double[] distances = distances(x, y);
        return new Kneedle(distances, knee(distances));
    }

    /** Returns the position in x and y of the knee, counted from 0; empty where the curve has no clear knee. */
    public OptionalInt knee() {
        return knee;
    }

    /** Returns a copy of the distances to the diagonal, one a point, each in [-1, 1]; 0 at both ends. */
    public double[] distances() {
        return distances.clone();
    }

    private static void check(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "A curve needs as many x as y values, got %d and %d".formatted(x.length, y.length));
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || (i > 0 && x[i] <= x[i - 1])) {
                throw new IllegalArgumentException(
                        "Point %d of the curve is (%s, %s); values must be finite and x must ascend"
                                .formatted(i + 1, x[i], y[i]));
            }
        }
    }

    private static double[] distances(double[] x, double[] y) {
        int last = x.length - 1;
        if (last < 1 || y[0] <= y[last]) {
            return new double[x.length];
        }
        return IntStream.rangeClosed(0, last)
                .mapToDouble(i -> (y[0] - y[i]) / (y[0] - y[last]) - (x[i] - x[0]) / (x[last] - x[0]))
                .toArray();
    }

    private static OptionalInt knee(double[] distances) {
        int candidate = -1;
        double threshold = 0;
        for (int i = 1; i < distances.length - 1; i++) {
            boolean peak = distances[i] > distances[i - 1] + LEAST_DISTANCE && distances[i] >= distances[i + 1];
            if (peak) {
                candidate = i;
                threshold = distances[i] - SENSITIVITY / (distances.length - 1);
            }
            if (candidate >= 0 && distances[i + 1] < threshold) {
                return OptionalInt.of(candidate);
            }
        }
        return OptionalInt.empty();
    }
}
