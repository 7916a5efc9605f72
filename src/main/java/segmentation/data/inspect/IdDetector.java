package segmentation.data.inspect;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import segmentation.text.Blanks;

/**
 * Tells columns that number customers from those that measure them.
 *
 * <p>A column looks like an id where all its values, at least three, are different and whole, and its name says so or
 * they ascend by one from row to row; or where they are different texts and its name says so. A name says so where its
 * last word is id, no, nr, number, key or code, or it is a word for a customer with one of these. A column looks like a
 * code where all cells are digits of one width and some begin with 0, as postcodes do. Different values with decimals,
 * such as incomes, are no ids.
 */
final class IdDetector {
    private static final int LEAST_VALUES = 3;
    private static final Set<String> WORDS =
            Set.of("id", "ids", "no", "nr", "num", "number", "nummer", "key", "code", "uuid", "guid", "index");
    private static final Pattern COMPOUND = Pattern.compile(
            "(customer|client|user|member|account|order|card|row|kunden)(id|no|nr|num|number|nummer|key|code)");
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private IdDetector() {}

    /** Returns why a column looks like an id or a code, as a clause; empty where it does not. */
    static Optional<String> reason(String name, ColumnTally tally) {
        if (tally.isZeroPadded()) {
            return Optional.of("digits of one width, some with a leading 0, look like a code");
        }
        boolean whole = tally.wholeNumbers() == tally.filled();
        if (tally.filled() < LEAST_VALUES || !whole && tally.numbers() > 0) {
            return Optional.empty();
        }
        if (whole && tally.ascendsByOne()) {
            return Optional.of("values that ascend by 1 from row to row look like a running number");
        }
        return isNamedSo(name) && tally.distinct() == tally.filled()
                ? Optional.of("all values differ and the name says so: it looks like an id")
                : Optional.empty();
    }

    /** Says whether a name is one for an id. */
    static boolean isNamedSo(String name) {
        String[] words = BETWEEN_WORDS.split(Blanks.trimmed(name));
        String last = words.length == 0 ? "" : words[words.length - 1].toLowerCase(Locale.ROOT);
        return WORDS.contains(last) || COMPOUND.matcher(last).matches() || name.endsWith("#");
    }
}
