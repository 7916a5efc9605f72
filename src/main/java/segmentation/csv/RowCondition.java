package segmentation.csv;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

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
public record RowCondition(String column, String sign, String value) implements Serializable {
    private static final Pattern CONDITION = Pattern.compile("([^=!<>≠]+)(!=|<>|≠|==|=|<=|>=|<|>)(.*)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
    private static final String ADVICE = "correct the cell or use another condition";
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

    /** Returns the place of the column, counted from 0, among these; {@link DataException} where there is none. */
    public int place(List<String> header, SourceName source) {
        String key = Blanks.key(column);
        return IntStream.range(0, header.size())
                .filter(place -> Blanks.key(header.get(place)).equals(key))
                .findFirst()
                .orElseThrow(() -> DataException.inFile(
                        source,
                        "no column called %s, which --where names".formatted(Excerpt.quoted(column)),
                        "one of its columns, such as " + new CsvRow(1, header).label(0),
                        "correct the name"));
    }

    /** Says whether a row of the file meets the condition, its column at a place counted from 0. */
    public boolean isMet(CsvRow row, int place, SourceName source) {
        String cell = place < row.cells().size() ? Blanks.trimmed(row.cells().get(place)) : "";
        return isMet(cell)
                .orElseThrow(() -> DataException.atCell(
                        source, row.line(), Excerpt.shortened(column), Excerpt.quoted(cell), expected(), ADVICE));
    }

    /** Says whether a cell of a table without lines meets the condition; {@code place} names the table. */
    public boolean isMet(String cell, String place) {
        String trimmed = Blanks.trimmed(cell);
        return isMet(trimmed)
                .orElseThrow(() -> DataException.inFile(
                        place + ", column " + Excerpt.shortened(column), Excerpt.quoted(trimmed), expected(), ADVICE));
    }

    /** Says whether a cell without padding meets the condition; empty where the two cannot be compared. */
    private Optional<Boolean> isMet(String cell) {
        return switch (sign) {
            case "=" -> Optional.of(isSame(cell));
            case "!=" -> Optional.of(!isSame(cell));
            default -> cell.isEmpty() ? Optional.of(false) : isOrdered(cell);
        };
    }

    private String expected() {
        return isNumber(value) ? "a plain number, to be compared by " + sign : "a date as yyyy-mm-dd";
    }

    private boolean isSame(String cell) {
        if (cell.equalsIgnoreCase(value)) {
            return true;
        }
        return isNumber(cell) && isNumber(value) && new BigDecimal(cell).compareTo(new BigDecimal(value)) == 0;
    }

    private Optional<Boolean> isOrdered(String cell) {
        boolean alike = isNumber(cell) == isNumber(value) && order(cell).isPresent();
        if (!alike) {
            return Optional.empty();
        }
        int order = isNumber(value)
                ? new BigDecimal(cell).compareTo(new BigDecimal(value))
                : cell.substring(0, Math.min(cell.length(), value.length())).compareTo(value);
        return Optional.of(
                switch (sign) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                });
    }

    /** Says how many rows did not meet conditions, in a sentence; none where all did. */
    public static List<String> leftOutNote(List<RowCondition> conditions, int leftOut) {
        String written = conditions.stream().map(RowCondition::written).collect(Collectors.joining(" and "));
        return leftOut == 0
                ? List.of()
                : List.of("Rows left out that do not meet %s: %s.".formatted(written, NumberText.count(leftOut)));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static Optional<String> order(String text) {
        return Optional.of(text)
                .filter(any -> isNumber(any) || DATE.matcher(any).matches());
    }
}
