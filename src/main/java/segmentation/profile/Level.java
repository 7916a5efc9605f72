package segmentation.profile;

import java.util.Locale;

/**
 * How a segment's mean of a feature lies against all customers: low, medium or high.
 *
 * <p>Low is more than half a standard deviation below the mean of all customers, high more than half above it, medium
 * in between, both bounds included. A feature on which all customers agree is medium.
 */
public enum Level {
    LOW,
    MEDIUM,
    HIGH;

    private static final double HALF_A_DEVIATION = 0.5;

    /** Returns the level of a distance from the mean of all customers, in their standard deviations. */
    public static Level ofDeviations(double deviations) {
        if (deviations < -HALF_A_DEVIATION) {
            return LOW;
        }
        return deviations > HALF_A_DEVIATION ? HIGH : MEDIUM;
    }

    /** Returns the word for sentences: {@code low}, {@code medium} or {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
