package segmentation.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/**
 * What a row must hold in one column to be read: {@code status != Cancelled}, {@code age >= 18}, {@code date > 2025-12-31}.
 *
 * <p>Texts are compared without regard to case and padding, numbers written plainly by value. What is more or less must be
 * a plain number or a date written {@code yyyy-mm-dd} on both sides; an empty cell is then neither, and not read.
 *
 * @param column name of the column
 * @param sign one of {@code = != < <= > >=}
 * @param value what it is compared with; may be empty, for an empty cell
 */
public record RowCondition(String column, String sign, String value) {
    private static final Pattern CONDITION = Pattern.compile("([^=!<>≠]+)(!=|<>|≠|==|=|<=|>=|<|>)(.*)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ].*)?");

    /** Reads a condition as a person types it, quotes around the value or not. */
    static RowCondition of(String typed) {
        Matcher match = CONDITION.matcher(typed);
        if (!match.matches() || Blanks.trimmed(match.group(1)).isEmpty()) {
            throw new IllegalArgumentException(
                    "A condition must be a column, one of = != < <= > >=, and a value, such as \"status != Cancelled\", was "
                            + Excerpt.quoted(typed));
        }
        String value = Blanks.trimmed(match.group(3)).replaceFirst("^(['\"])(.*)\\1$", "$2");
        String sign = switch (match.group(2)) {
            case "<>", "≠" -> "!=";
            case "==" -> "=";
            default -> match.group(2);
        };
        boolean ordered = !sign.endsWith("=") || "<>".indexOf(sign.charAt(0)) >= 0;
        if (ordered && order(value).isEmpty()) {
            throw new IllegalArgumentException(
                    "More and less need a number or a date as yyyy-mm-dd, was " + Excerpt.quoted(value));
        }
        return new RowCondition(Blanks.trimmed(match.group(1)), sign, value);
    }

    /** Returns the condition as a person would type it. */
    public String written() {
        return column + " " + sign + " " + value;
    }

    /** Says whether a row of the file meets the condition, its column at a place counted from 0. */
    boolean isMet(CsvRow row, int place, SourceName source) {
        String cell = place < row.cells().size() ? Blanks.trimmed(row.cells().get(place)) : "";
        return switch (sign) {
            case "=" -> isSame(cell);
            case "!=" -> !isSame(cell);
            default -> !cell.isEmpty() && isOrdered(cell, row, source);
        };
    }

    private boolean isSame(String cell) {
        if (cell.equalsIgnoreCase(value)) {
            return true;
        }
        return isNumber(cell) && isNumber(value) && new BigDecimal(cell).compareTo(new BigDecimal(value)) == 0;
    }

    private boolean isOrdered(String cell, CsvRow row, SourceName source) {
        boolean alike = isNumber(cell) == isNumber(value) && order(cell).isPresent();
        if (!alike) {
            throw DataException.atCell(
                    source,
                    row.line(),
                    Excerpt.shortened(column),
                    Excerpt.quoted(cell),
                    isNumber(value) ? "a plain number, to be compared by " + sign : "a date as yyyy-mm-dd",
                    "correct the cell or use another condition");
        }
        int order = isNumber(value)
                ? new BigDecimal(cell).compareTo(new BigDecimal(value))
                : cell.substring(0, Math.min(cell.length(), value.length())).compareTo(value);
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static Optional<String> order(String text) {
        return Optional.of(text)
                .filter(any -> isNumber(any) || DATE.matcher(any).matches());
    }
}
