package segmentation.data.inspect;

import java.util.Optional;
import java.util.regex.Pattern;
import segmentation.data.customers.RowIssue;

/** The reading option that would make a number of a cell that is none. */
public final class NumberHint {
    private static final Pattern CURRENCY = Pattern.compile("\"[+-]?(\\p{Sc}\\s*\\d.*|\\d.*\\p{Sc})\"");
    private static final Pattern SPACED = Pattern.compile("\"[+-]?\\d{1,3}(\\p{Zs}\\d{3})+([.,]\\d+)?\"");
    private static final Pattern QUOTED = Pattern.compile("\"[+-]?\\d{1,3}('\\d{3})+([.,]\\d+)?\"");
    private static final Pattern COMMAS = Pattern.compile("\"[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?\"");
    private static final Pattern POINTS = Pattern.compile("\"[+-]?\\d{1,3}(\\.\\d{3})+(,\\d+)?\"");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\"[+-]?\\d+,\\d+\"");

    private NumberHint() {}

    /** Returns an advice such as {@code try --thousands comma}; empty where no option would help. */
    public static Optional<String> of(RowIssue issue) {
        String cell = issue.found();
        if (CURRENCY.matcher(cell).matches()) {
            return Optional.of("try --currency with its sign");
        }
        if (SPACED.matcher(cell).matches()) {
            return Optional.of("try --thousands space");
        }
        if (QUOTED.matcher(cell).matches()) {
            return Optional.of("try --thousands apostrophe");
        }
        if (COMMAS.matcher(cell).matches()) {
            return Optional.of("try --thousands comma");
        }
        if (POINTS.matcher(cell).matches()) {
            return Optional.of("try --thousands point");
        }
        return DECIMAL_COMMA.matcher(cell).matches() ? Optional.of("try --decimal comma") : Optional.empty();
    }
}
