package segmentation.data.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import segmentation.data.value.NumberParser;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * One column of a dataset, as its descriptor describes it.
 *
 * @param name header in the published file, such as {@code Annual Income (k$)}
 * @param title what to call it in pictures and sentences, such as {@code Annual income}
 * @param noun what to call it within a sentence or a segment's name, such as {@code income}
 * @param description what it means, in a sentence or two
 * @param unit what it is measured in, such as {@code k$}; empty for none
 * @param type kind of value
 * @param synonyms other headers seen for the same column; compared, as the name is, without case and spaces
 * @param constraints what is asked of each value
 */
public record Field(
        String name,
        String title,
        String noun,
        String description,
        String unit,
        FieldType type,
        List<String> synonyms,
        Constraints constraints) {

    private static final Pattern UNIT = Pattern.compile("(?s)(.*\\S)\\s*\\(([^()]+)\\)");
    private static final Pattern MONEY =
            Pattern.compile("(?i)(.*[\\p{L}\\d])_(eur|usd|gbp|chf|jpy|cny|inr|brl|cad|aud|sek|nok|dkk|pln)");
    /** Where a word of a code ends: at an underscore, and before a capital that begins a word. */
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("_+|(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final Pattern CODE =
            Pattern.compile("[\\p{L}\\d_]*(_|\\p{Ll}\\p{Lu}|\\p{Lu}{2}\\p{Ll})[\\p{L}\\d_]*");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}[\\p{Lu}\\d]+");
    // A header of 5,000 letters would otherwise be an axis, and a part of the segments' names.
    private static final int LONGEST_TITLE = 80;

    /** Copies the list. */
    public Field {
        synonyms = List.copyOf(synonyms);
    }

    /**
     * Describes a column by its own name. A parenthesis at the end of it is the unit: {@code Annual Income (k$)} is the
     * income in k$. Where it begins with a digit, as in {@code Score (1-100)}, it is a range and part of the title. Within
     * a sentence a name is written without its parenthesis and in lower case. A code of one word, such as {@code
     * MntMeatProducts} or {@code total_spend}, is written as its words, {@code Mnt meat products}, and capitals such as CLV
     * stay; a currency at its end is its unit: {@code total_spend_eur} is the total spend in EUR.
     */
    public static Field named(String name, String description, FieldType type, Constraints constraints) {
        Matcher money = MONEY.matcher(name);
        if (money.matches() && CODE.matcher(name).matches()) {
            Field bare = named(money.group(1), description, type, constraints);
            String currency = money.group(2).toUpperCase(Locale.ROOT);
            return new Field(name, bare.title, bare.noun, description, currency, type, List.of(), constraints);
        }
        Matcher unit = UNIT.matcher(name);
        boolean bracketed = unit.matches();
        boolean hasUnit = bracketed && !Character.isDigit(unit.group(2).charAt(0));
        String bare = Excerpt.name(words(bracketed ? unit.group(1) : name), LONGEST_TITLE);
        return new Field(
                name,
                hasUnit ? title(bare, unit.group(1)) : title(Excerpt.name(words(name), LONGEST_TITLE), name),
                lower(bare),
                description,
                hasUnit ? Excerpt.shortened(unit.group(2), LONGEST_TITLE) : "",
                type,
                List.of(),
                constraints);
    }

    private static String title(String words, String name) {
        return CODE.matcher(name).matches() ? Wording.capitalised(words) : words;
    }

    /** Returns a code as its words in lower case, capitals kept; anything else as it is. */
    private static String words(String name) {
        if (!CODE.matcher(name).matches()) {
            return name;
        }
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
        String words = BETWEEN_WORDS.matcher(name).replaceAll(" ").strip();
        return words.isEmpty() ? name : shouted ? words.toLowerCase(Locale.ROOT) : lower(words);
    }

    private static String lower(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> ABBREVIATION.matcher(word).matches() ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /**
     * Returns title and unit for an axis or a header, such as {@code Annual income (k$)}; a title that ends in its unit goes
     * without, as {@code Total purchases} does.
     */
    public String label() {
        boolean said = title.toLowerCase(Locale.ROOT).endsWith(unit.toLowerCase(Locale.ROOT));
        return said ? title : "%s (%s)".formatted(title, unit);
    }

    /** Says whether the values are numbers. */
    public boolean isNumeric() {
        return type.isNumeric();
    }

    /** Says whether a plainly written number is a value of this column. */
    public boolean admits(NumberParser number) {
        return constraints.allowed().isEmpty()
                && (type == FieldType.NUMBER || number.isWhole())
                && constraints.admits(number.value());
    }

    /**
     * Reads a cell that is trimmed and not missing.
     *
     * @return the one way to write its value; empty where it breaks the type, the range or the allowed values
     */
    public Optional<String> read(String cell) {
        return type.normalised(cell)
                .filter(value -> !isNumeric() || constraints.admits(Double.parseDouble(value)))
                .flatMap(constraints::spelled);
    }

    /** Returns what is asked of a value, for a sentence. */
    public String expectation() {
        return constraints.expectation(type.noun());
    }

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
}
