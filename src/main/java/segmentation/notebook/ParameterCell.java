package segmentation.notebook;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
}
