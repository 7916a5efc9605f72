package segmentation.features;

/**
 * Squared differences of a block's features from a point, added up row by row.
 *
 * <p>Only loops over plain local arrays from index 0 on are compiled to work on several rows at once, so the arrays are
 * taken apart first; four features at a time halve the traffic to and from {@code out}.
 */
final class Squares {
    private Squares() {}

    /** Puts the squares of the first four features into {@code out}. */
    static void putFour(double[][] features, double[] points, int at, double[] out, int size) {
        double[] first = features[0];
        double[] second = features[1];
        double[] third = features[2];
        double[] fourth = features[3];
        double first0 = points[at];
        double second0 = points[at + 1];
        double third0 = points[at + 2];
        double fourth0 = points[at + 3];
        for (int i = 0; i < size; i++) {
            double a = first[i] - first0;
            double b = second[i] - second0;
            double c = third[i] - third0;
            double d = fourth[i] - fourth0;
            out[i] = a * a + b * b + c * c + d * d;
        }
    }

    /** Adds the squares of four features from {@code feature} on to {@code out}. */
    static void addFour(double[][] features, int feature, double[] points, int at, double[] out, int size) {
        double[] first = features[feature];
        double[] second = features[feature + 1];
        double[] third = features[feature + 2];
        double[] fourth = features[feature + 3];
        double first0 = points[at];
        double second0 = points[at + 1];
        double third0 = points[at + 2];
        double fourth0 = points[at + 3];
        for (int i = 0; i < size; i++) {
            double a = first[i] - first0;
            double b = second[i] - second0;
            double c = third[i] - third0;
            double d = fourth[i] - fourth0;
            out[i] = out[i] + a * a + b * b + c * c + d * d;
        }
    }

    /** Adds the squares of one feature to {@code out}. */
    static void addOne(double[] feature, double coordinate, double[] out, int size) {
        for (int i = 0; i < size; i++) {
            double a = feature[i] - coordinate;
            out[i] += a * a;
        }
    }
}
