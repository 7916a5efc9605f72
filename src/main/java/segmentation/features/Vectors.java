package segmentation.features;

/** Loops over the start of plain arrays, each short enough to be compiled to work on several numbers at once. */
public final class Vectors {
    private Vectors() {}

    /** Lowers each value to that of the other array where that is less. */
    public static void keepLeast(double[] values, double[] others, int size) {
        for (int i = 0; i < size; i++) {
            values[i] = Math.min(values[i], others[i]);
        }
    }

    /** Puts the least of several arrays' values at each place into {@code out}. */
    public static void least(double[][] arrays, double[] out, int size) {
        System.arraycopy(arrays[0], 0, out, 0, size);
        for (int i = 1; i < arrays.length; i++) {
            keepLeast(out, arrays[i], size);
        }
    }

    /** Keeps at each place the least two of their values and a factor times another value; {@code least} ≤ {@code second}. */
    public static void keepTwoLeast(double[] least, double[] second, double[] others, double factor, int size) {
        for (int i = 0; i < size; i++) {
            double other = factor * others[i];
            second[i] = Math.min(second[i], Math.max(least[i], other));
            least[i] = Math.min(least[i], other);
        }
    }

    /** Adds to each value the lesser of two others at its place. */
    public static void addLesser(double[] sums, double[] values, double[] others, int size) {
        for (int i = 0; i < size; i++) {
            sums[i] += Math.min(values[i], others[i]);
        }
    }

    /** Replaces each value by its square root. */
    public static void squareRoots(double[] values, int size) {
        for (int i = 0; i < size; i++) {
            values[i] = Math.sqrt(values[i]);
        }
    }

    /** Adds to each value that of the other array. */
    public static void add(double[] values, double[] others, int size) {
        for (int i = 0; i < size; i++) {
            values[i] += others[i];
        }
    }

    /** Returns the sum, taken as four sums of every fourth value: always the same order. */
    public static double sum(double[] values, int size) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 4 <= size; i += 4) {
            first += values[i];
            second += values[i + 1];
            third += values[i + 2];
            fourth += values[i + 3];
        }
        for (; i < size; i++) {
            first += values[i];
        }
        return (first + second) + (third + fourth);
    }

    /** Returns the squared Euclidean distance of two points of equally many coordinates. */
    public static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = a[j] - b[j];
            sum += difference * difference;
        }
        return sum;
    }

    /** Keeps at each place the least two of their values and another; {@code least} ≤ {@code second}. */
    public static void keepTwoLeast(float[] least, float[] second, float[] others, int size) {
        for (int i = 0; i < size; i++) {
            float other = others[i];
            float before = least[i];
            second[i] = Math.min(second[i], Math.max(before, other));
            least[i] = Math.min(before, other);
        }
    }

    /** Does the same with two others. */
    public static void keepTwoLeast(float[] least, float[] second, float[] others, float[] more, int size) {
        for (int i = 0; i < size; i++) {
            float lesser = Math.min(others[i], more[i]);
            float greater = Math.max(others[i], more[i]);
            float before = least[i];
            second[i] = Math.min(Math.min(second[i], greater), Math.max(before, lesser));
            least[i] = Math.min(before, lesser);
        }
    }
}
