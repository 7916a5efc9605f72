package segmentation.features;

/**
 * Squared differences of a block's features from a point, added up row by row.
 *
 * <p>Only loops over plain local arrays from index 0 on are compiled to work on several rows at once, so the arrays are
 * taken apart first. Features are taken four at a time, which halves the traffic to and from {@code out}; where fewer than
 * four are left, zeros stand in, whose squares change no sum.
 */
final class Squares {
    private static final double[] ZEROS = new double[FeatureBlocks.SIZE];

    private Squares() {}

    /**
     * Puts the sum of all features' squares into {@code out}, for each row.
     *
     * @param points holds the d values of the point from {@code at} on
     */
    static void sum(double[][] features, int size, double[] points, int at, double[] out) {
        int d = features.length;
        putFour(features, points, at, out, size);
        int j = 4;
        for (; j + 1 < d; j += 4) {
            addFour(features, j, points, at, out, size);
        }
        if (j < d) {
            addOne(features[j], points[at + j], out, size);
        }
    }

    private static void putFour(double[][] features, double[] points, int at, double[] out, int size) {
        double[] first = features[0];
        double[] second = feature(features, 1);
        double[] third = feature(features, 2);
        double[] fourth = feature(features, 3);
        double first0 = points[at];
        double second0 = coordinate(features, points, at, 1);
        double third0 = coordinate(features, points, at, 2);
        double fourth0 = coordinate(features, points, at, 3);
        for (int i = 0; i < size; i++) {
            double a = first[i] - first0;
            double b = second[i] - second0;
            double c = third[i] - third0;
            double d = fourth[i] - fourth0;
            out[i] = a * a + b * b + c * c + d * d;
        }
    }

    private static void addFour(double[][] features, int j, double[] points, int at, double[] out, int size) {
        double[] first = features[j];
        double[] second = feature(features, j + 1);
        double[] third = feature(features, j + 2);
        double[] fourth = feature(features, j + 3);
        double first0 = points[at + j];
        double second0 = coordinate(features, points, at, j + 1);
        double third0 = coordinate(features, points, at, j + 2);
        double fourth0 = coordinate(features, points, at, j + 3);
        for (int i = 0; i < size; i++) {
            double a = first[i] - first0;
            double b = second[i] - second0;
            double c = third[i] - third0;
            double d = fourth[i] - fourth0;
            out[i] = out[i] + a * a + b * b + c * c + d * d;
        }
    }

    private static void addOne(double[] feature, double coordinate, double[] out, int size) {
        for (int i = 0; i < size; i++) {
            double a = feature[i] - coordinate;
            out[i] += a * a;
        }
    }

    private static double[] feature(double[][] features, int j) {
        return j < features.length ? features[j] : ZEROS;
    }

    private static double coordinate(double[][] features, double[] points, int at, int j) {
        return j < features.length ? points[at + j] : 0;
    }
}
