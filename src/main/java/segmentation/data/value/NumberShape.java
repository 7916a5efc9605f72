package segmentation.data.value;

import java.util.regex.Pattern;

/** What a cell says of the decimal sign of its file. */
public enum NumberShape {
    /** A whole number without any sign between its digits. */
    WHOLE(""),

    /** A point that can only be a decimal sign, as in {@code 12.5}; also {@code 1,234.5}. */
    POINT("[+-]?(\\d+(,\\d{3})*)?\\.\\d*([eE][+-]?\\d+)?"),

    /** A comma that can only be a decimal sign, as in {@code 12,5}; also {@code 1.234,5}. */
    COMMA("[+-]?(\\d+(\\.\\d{3})*)?,\\d*([eE][+-]?\\d+)?"),

    /** Points that may group digits or mark decimals, as in {@code 1.234}. */
    POINT_GROUPS("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+"),

    /** Commas that may group digits or mark decimals, as in {@code 1,234}. */
    COMMA_GROUPS("[+-]?[1-9]\\d{0,2}(,\\d{3})+"),

    /** No number. */
    OTHER("");

    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");
    private final Pattern pattern;

    NumberShape(String expression) {
        this.pattern = Pattern.compile(expression);
    }

    /** Returns the shape of a trimmed cell. */
    public static NumberShape of(String cell) {
        boolean point = cell.indexOf('.') >= 0;
        boolean comma = cell.indexOf(',') >= 0;
        if (!point && !comma) {
            return DIGITS.matcher(cell).matches() ? WHOLE : OTHER;
        }
        for (NumberShape shape : new NumberShape[] {POINT_GROUPS, COMMA_GROUPS, POINT, COMMA}) {
            if (shape.pattern.matcher(cell).matches() && cell.chars().anyMatch(Character::isDigit)) {
                return shape;
            }
        }
        return OTHER;
    }
}
