package segmentation.data.inspect;

import java.util.Arrays;
import segmentation.text.NumberText;

/**
 * Whether the logarithm of a feature is worth taking, by a stated rule: where no value is below 0, the skewness of the
 * first 10,000 rows is above 1, and that of log(1 + x) is nearer to 0.
 *
 * @param column name of the feature
 * @param taken whether it is
 * @param reason why or why not, in a clause
 */
public record LogChoice(String column, boolean taken, String reason) {
    private static final int MOST_ROWS = 10_000;
    private static final double LONG_TAIL = 1;
    private static final int FEWEST = 20;

    /** Decides on a column of numbers. */
    static LogChoice of(ReadFile file, ColumnProfile column) {
        if (column.figures().minimum() < 0) {
            return new LogChoice(column.name(), false, "it has values below 0");
        }
        if (column.figures().distinct() <= 2) {
            return new LogChoice(column.name(), false, "it has two values only");
        }
        double[] numbers = file.firstNumbers(column.place(), MOST_ROWS);
        double plain = skewness(numbers);
        double logged = skewness(Arrays.stream(numbers).map(Math::log1p).toArray());
        boolean taken = plain > LONG_TAIL && Math.abs(logged) < plain;
        String figures = "skewness %s, %s after it"
                .formatted(
                        NumberText.signed(NumberText.fixed(plain, 1)), NumberText.signed(NumberText.fixed(logged, 1)));
        return new LogChoice(
                column.name(),
                taken,
                taken ? figures : plain > LONG_TAIL ? "it does not help: " + figures : "no long tail: " + figures);
    }

    /**
     * Returns the skewness of the numbers that are not NaN: the third standardised moment, 0 for a symmetric column, above 0
     * for a long tail to the right; 0 as well where they are fewer than twenty, or all the same.
     */
    static double skewness(double[] numbers) {
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
