package segmentation.data.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import segmentation.text.NumberText;

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

    private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Copies the list, and throws {@link IllegalArgumentException} where the minimum exceeds the maximum. */
    public Constraints {
        allowed = List.copyOf(allowed);
        if (!(minimum <= maximum)) {
            throw new IllegalArgumentException(
                    "The minimum must not exceed the maximum, were %s and %s".formatted(minimum, maximum));
        }
    }

    /** Returns the constraints that any value meets. */
    public static Constraints none() {
        return new Constraints(false, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());
    }

    /** Says whether a number lies in the range, ends included. */
    boolean admits(double value) {
        return minimum <= value && value <= maximum;
    }

    /**
     * Returns the allowed value that this one spells, without regard to case and to anything but letters and digits;
     * itself where any value goes.
     */
    Optional<String> spelled(String value) {
        return allowed.isEmpty()
                ? Optional.of(value)
                : allowed.stream()
                        .filter(one -> letters(one).equals(letters(value)))
                        .findFirst();
    }

    /** Returns what is asked of a value, for a sentence, such as {@code a whole number from 0 to 120}. */
    String expectation(String noun) {
        if (!allowed.isEmpty()) {
            return String.join(" or ", allowed);
        }
        if (Double.isInfinite(minimum)) {
            return Double.isInfinite(maximum) ? noun : noun + " of at most " + NumberText.shortest(maximum);
        }
        return Double.isInfinite(maximum)
                ? noun + " of at least " + NumberText.shortest(minimum)
                : "%s from %s to %s".formatted(noun, NumberText.shortest(minimum), NumberText.shortest(maximum));
    }

    private static String letters(String value) {
        return OTHER_SIGNS.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
