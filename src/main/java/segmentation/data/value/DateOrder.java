package segmentation.data.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which a date names year, month and day, and how to read one. */
enum DateOrder {
    YEAR_FIRST("year first", "yyyy%1$smm%1$sdd", "(?<year>\\d{4})%1$s(?<month>\\d{1,2})%1$s(?<day>\\d{1,2})"),
    DAY_FIRST("day first", "dd%1$smm%1$syyyy", "(?<day>\\d{1,2})%1$s(?<month>\\d{1,2})%1$s(?<year>\\d{4})"),
    MONTH_FIRST("month first", "mm%1$sdd%1$syyyy", "(?<month>\\d{1,2})%1$s(?<day>\\d{1,2})%1$s(?<year>\\d{4})");

    private final String words;
    private final String shape;
    private final String expression;

    DateOrder(String words, String shape, String expression) {
        this.words = words;
        this.shape = shape;
        this.expression = expression;
    }

    /** Returns the order in words, such as {@code day first}. */
    String words() {
        return words;
    }

    /** Returns how such a date is written, such as {@code dd-mm-yyyy}. */
    String written(char separator) {
        return shape.formatted(separator);
    }

    /** Returns the expression that finds year, month and day of such a date. */
    Pattern pattern(char separator) {
        return Pattern.compile(expression.formatted(Pattern.quote(String.valueOf(separator))));
    }

    /** Returns the date that a match found; empty where the calendar has no such day. */
    static Optional<LocalDate> date(Matcher match) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(match.group("year")),
                    Integer.parseInt(match.group("month")),
                    Integer.parseInt(match.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
