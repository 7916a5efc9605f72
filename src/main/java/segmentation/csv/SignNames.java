package segmentation.csv;

import java.util.Locale;
import java.util.Optional;

/** The names that a person types for a sign. */
final class SignNames {
    private SignNames() {}

    /** Returns the delimiter that is meant; empty where it is a quote, a letter, a digit, a line end, or no one character. */
    static Optional<Character> delimiter(String typed) {
        return switch (lower(typed)) {
            case "comma" -> Optional.of(',');
            case "tab", "\\t" -> Optional.of('\t');
            case "semicolon" -> Optional.of(';');
            case "pipe" -> Optional.of('|');
            case "space", "blank" -> Optional.of(' ');
            case "colon" -> Optional.of(':');
            default ->
                Optional.of(typed)
                        .filter(one -> one.length() == 1)
                        .map(one -> one.charAt(0))
                        .filter(one -> !Character.isLetterOrDigit(one) && "\"\n\r.-+".indexOf(one) < 0);
        };
    }

    /** Returns the sign between digits that is meant; empty where it is none that is known. */
    static Optional<Character> betweenDigits(String typed) {
        return switch (lower(typed)) {
            case "point", "dot", "." -> Optional.of('.');
            case "comma", "," -> Optional.of(',');
            case "apostrophe", "'", "\u2019" -> Optional.of('\'');
            case "space", " ", "\u00A0", "\u202F", "\u2009" -> Optional.of(' ');
            default -> Optional.empty();
        };
    }

    /** Returns a word as names are compared. */
    static String lower(String typed) {
        return typed.toLowerCase(Locale.ROOT);
    }
}
