package segmentation.data.inspect;

import java.util.Arrays;

/** The skewness of numbers: the third standardised moment, 0 for a symmetric column, above 0 for a long tail to the right. */
final class Skewness {
    private static final int FEWEST = 20;

    private Skewness() {}

    /** Returns the skewness of the numbers that are not NaN; 0 where they are fewer than twenty, or all the same. */
    static double of(double[] numbers) {
        double[] known =
                Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (double number : known) {
            double from = number - mean;
            squares += from * from;
            cubes += from * from * from;
        }
        double deviation = Math.sqrt(squares / known.length);
        return known.length < FEWEST || deviation == 0 ? 0 : cubes / known.length / (deviation * deviation * deviation);
    }
}
