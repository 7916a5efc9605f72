package segmentation.csv;

import java.util.Locale;
import java.util.Optional;

/** The signs that shape a file, as a person types them: by name or as the character itself. */
final class Signs {
    private Signs() {}

    /** Returns the delimiter that is meant; empty where it is none of the four. */
    static Optional<Character> delimiter(String typed) {
        return switch (name(typed)) {
            case "comma", "," -> Optional.of(',');
            case "tab", "\t", "\\t" -> Optional.of('\t');
            case "semicolon", ";" -> Optional.of(';');
            case "pipe", "|" -> Optional.of('|');
            default -> Optional.empty();
        };
    }

    /** Returns the sign between digits that is meant; empty where it is none that is known. */
    static Optional<Character> named(String typed) {
        return switch (name(typed)) {
            case "point", "dot", "." -> Optional.of('.');
            case "comma", "," -> Optional.of(',');
            case "apostrophe", "'", "\u2019" -> Optional.of('\'');
            case "space", " ", "\u00A0", "\u202F", "\u2009" -> Optional.of(' ');
            default -> Optional.empty();
        };
    }

    private static String name(String typed) {
        return typed.toLowerCase(Locale.ROOT);
    }
}
