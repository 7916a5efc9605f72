package segmentation.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a column asks of each value.
 *
 * @param required whether a missing value is a fault
 * @param unique whether a value that an earlier row has is a fault
 * @param minimum least value, itself allowed; minus infinity for none
 * @param maximum greatest value, itself allowed; infinity for none
 * @param allowed the only values allowed, in their proper spelling; empty for any
 */
public record Constraints(boolean required, boolean unique, double minimum, double maximum, List<String> allowed) {

    /** Copies the list, and throws {@link IllegalArgumentException} where the minimum exceeds the maximum. */
    public Constraints {
        allowed = List.copyOf(allowed);
        if (!(minimum <= maximum)) {
            throw new IllegalArgumentException(
                    "The minimum must not exceed the maximum, were %s and %s".formatted(minimum, maximum));
        }
    }

    /** Says whether a number lies in the range, ends included. */
    boolean admits(double value) {
        return minimum <= value && value <= maximum;
    }

    /** Returns the allowed value that this one spells, without regard to case; itself where any value goes. */
    Optional<String> spelled(String value) {
        return allowed.isEmpty()
                ? Optional.of(value)
                : allowed.stream().filter(value::equalsIgnoreCase).findFirst();
    }

    /** Returns what is asked of a value, for a sentence, such as {@code a whole number from 0 to 120}. */
    String expectation(String noun) {
        if (!allowed.isEmpty()) {
            return String.join(" or ", allowed);
        }
        if (Double.isInfinite(minimum)) {
            return Double.isInfinite(maximum) ? noun : noun + " of at most " + plain(maximum);
        }
        return Double.isInfinite(maximum)
                ? noun + " of at least " + plain(minimum)
                : "%s from %s to %s".formatted(noun, plain(minimum), plain(maximum));
    }

    private static String plain(double bound) {
        // The fewest digits that read back as the bound; Double.toString is not the same on every Java version.
        return IntStream.rangeClosed(1, 17)
                .mapToObj(digits -> new BigDecimal(bound).round(new MathContext(digits)))
                .filter(rounded -> rounded.doubleValue() == bound)
                .findFirst()
                .map(rounded -> rounded.stripTrailingZeros().toPlainString())
                .orElseThrow();
    }
}
