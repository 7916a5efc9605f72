package segmentation.features;

import java.util.Locale;

/** What a number must be to be clustered by. */
final class FiniteNumber {
    private static final double LARGEST = 1e140;

    private FiniteNumber() {}

    /**
     * Refuses what no distance can be taken from.
     *
     * @param row counted from 1, for the message
     * @throws IllegalArgumentException where the value is NaN, infinite or beyond ±1e140
     */
    static void check(double value, Feature feature, int row) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s is %s in row %d; clustering needs a finite number in every cell"
                    .formatted(feature.name(), value, row));
        }
        if (Math.abs(value) > LARGEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s is %.3e in row %d; clustering needs numbers between ±1e140, so correct it or change the unit",
                    feature.name(),
                    value,
                    row));
        }
    }
}
