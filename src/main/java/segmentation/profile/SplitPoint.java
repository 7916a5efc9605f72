package segmentation.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import segmentation.text.NumberText;

/** The roundest figure that parts two values: readable, and no customer changes sides. */
final class SplitPoint {
    /** More digits than a double tells apart. */
    private static final int MOST_DIGITS = 18;

    private SplitPoint() {}

    /**
     * Returns the point from {@code below}, included, to {@code above}, excluded, that is a multiple of the largest power
     * of ten; of several the one nearest to the middle, the lower of two as near.
     */
    static double between(double below, double above) {
        BigDecimal middle = new BigDecimal(below).add(new BigDecimal(above)).divide(BigDecimal.valueOf(2));
        int first = Math.max(leading(below), leading(above)) + 1;
        for (int digit = first; digit > first - MOST_DIGITS; digit--) {
            for (RoundingMode rounding : List.of(RoundingMode.HALF_DOWN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
                double point = middle.setScale(-digit, rounding).doubleValue();
                if (point >= below && point < above) {
                    return point;
                }
            }
        }
        return below;
    }

    /** Writes a point with the decimals that it has, and no more. */
    static String text(double point) {
        BigDecimal shortest =
                new BigDecimal(point).round(new MathContext(MOST_DIGITS - 3)).stripTrailingZeros();
        return NumberText.signed(NumberText.fixed(point, Math.max(0, shortest.scale())));
    }

    /** Returns the power of ten of the first digit. */
    private static int leading(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.precision() - exact.scale() - 1;
    }
}
