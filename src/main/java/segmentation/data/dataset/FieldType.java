package segmentation.data.dataset;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import segmentation.data.value.DatePattern;

/** The kind of value a column holds, under the names that a Frictionless table schema uses. */
public enum FieldType {
    /** Any text; schema type {@code string}. */
    TEXT("string", "text"),

    /** A whole number between ±2,147,483,647; schema type {@code integer}. {@code 15.0} and {@code 0015} are 15. */
    INTEGER("integer", "a whole number"),

    /** A finite decimal number with a point, perhaps with an exponent; schema type {@code number}. */
    NUMBER("number", "a number"),

    /** A day of the calendar, kept as {@code 2012-09-04}; schema type {@code date}. */
    DATE("date", "a date");

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");
    private static final int LONGEST_NUMBER = 40;

    private final String schemaName;
    private final String noun;

    FieldType(String schemaName, String noun) {
        this.schemaName = schemaName;
        this.noun = noun;
    }

    /** Returns the type of that name in a table schema; empty where we do not read such columns. */
    static Optional<FieldType> of(String schemaName) {
        for (FieldType type : values()) {
            if (type.schemaName.equals(schemaName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Says whether the values are numbers. */
    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }

    /** Returns the type as a noun for a sentence, such as {@code a whole number}. */
    String noun() {
        return noun;
    }

    /** Returns the one way to write a value, such as 15 for {@code +015.0}; empty where the text is no such value. */
    public Optional<String> normalised(String text) {
        return switch (this) {
            case TEXT -> Optional.of(text);
            case DATE -> DatePattern.ISO.iso(text);
            case INTEGER, NUMBER -> number(text);
        };
    }

    private Optional<String> number(String text) {
        if (text.length() > LONGEST_NUMBER || !DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return this == INTEGER && number.scale() > 0 ? Optional.empty() : Optional.of(number.toPlainString());
    }
}
