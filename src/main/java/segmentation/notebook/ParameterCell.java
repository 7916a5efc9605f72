package segmentation.notebook;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import segmentation.text.NumberText;

/**
 * The cell of a notebook that declares what a run of it can be given: a parameter a line, as in
 * {@code String file = "a.csv";}, with a comment behind it or not.
 */
final class ParameterCell {
    /** Type and name, the name, and the value up to the semicolon that is in no text. */
    private static final Pattern DECLARATION = Pattern.compile(
            "^([\\w<>.]+(?:,\\h*[\\w<>.]+)*\\h+(\\w+)\\h*=\\h*)(?:[^;\"\\n]|\"(?:\\\\.|[^\"\\\\\\n])*\")*(?=;)",
            Pattern.MULTILINE);

    private static final int BEFORE_THE_VALUE = 1;
    private static final int NAME = 2;

    private final String source;

    private ParameterCell(String source) {
        this.source = source;
    }

    static ParameterCell of(String source) {
        return new ParameterCell(source);
    }

    /**
     * Returns the cell's text with other values; parameters that are not named keep theirs.
     *
     * @throws IllegalArgumentException where a name is not declared in the cell, or a value has no literal
     */
    String with(Map<String, ?> values) {
        List<String> declared = DECLARATION
                .matcher(source)
                .results()
                .map(found -> found.group(NAME))
                .toList();
        values.keySet().stream()
                .filter(name -> !declared.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("The notebook has no parameter called %s, only %s"
                            .formatted(name, String.join(", ", declared)));
                });
        return DECLARATION.matcher(source).replaceAll(found -> Matcher.quoteReplacement(replaced(found, values)));
    }

    private static String replaced(MatchResult found, Map<String, ?> values) {
        String name = found.group(NAME);
        return values.containsKey(name)
                ? found.group(BEFORE_THE_VALUE) + JavaLiteral.of(values.get(name))
                : found.group();
    }

    /**
     * A value as Java source that gives it back and does nothing else, whatever text is in it.
     *
     * <p>Of text, letters and signs that can be seen stand as they are. Quotes, backslashes, line breaks and everything that
     * is not seen, such as marks that turn the direction of writing, are escaped; so no text ends its own literal, and none
     * reads as other code than it is.
     */
    static final class JavaLiteral {
        private static final int FIRST_AFTER_ASCII = 128;

        private JavaLiteral() {}

        /**
         * Returns the literal of a text, a number, a truth value, a list of texts, or numbers by texts in the order of these.
         *
         * @throws IllegalArgumentException for a value of another type
         */
        static String of(Object value) {
            if (value instanceof String text) {
                return text.codePoints().mapToObj(JavaLiteral::escaped).collect(Collectors.joining("", "\"", "\""));
            }
            if (value instanceof Integer || value instanceof Boolean) {
                return value.toString();
            }
            if (value instanceof Double number && Double.isFinite(number)) {
                String digits = NumberText.shortest(number);
                return digits.matches("-?\\d+") ? digits + ".0" : digits;
            }
            if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                return list.stream().map(JavaLiteral::of).collect(Collectors.joining(", ", "List.of(", ")"));
            }
            if (value instanceof Map<?, ?> map
                    && map.keySet().stream().allMatch(String.class::isInstance)
                    && map.values().stream().allMatch(Double.class::isInstance)) {
                return map.entrySet().stream()
                        .map(entry -> "Map.entry(%s, %s)".formatted(of(entry.getKey()), of(entry.getValue())))
                        .sorted()
                        .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
            }
            throw new IllegalArgumentException(
                    "A parameter is a text, a number, true or false, a list of texts or numbers by texts, got a value of type %s"
                            .formatted(value.getClass().getSimpleName()));
        }

        private static String escaped(int letter) {
            return switch (letter) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> isSeen(letter) ? Character.toString(letter) : hidden(letter);
            };
        }

        private static boolean isSeen(int letter) {
            return switch (Character.getType(letter)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> true;
            };
        }

        /** Writes ASCII in octal: the compiler reads a Unicode escape of a line break as a line break. */
        private static String hidden(int letter) {
            return letter < FIRST_AFTER_ASCII
                    ? "\\%03o".formatted(letter)
                    : Character.toString(letter)
                            .chars()
                            .mapToObj("\\u%04x"::formatted)
                            .collect(Collectors.joining());
        }
    }
}
