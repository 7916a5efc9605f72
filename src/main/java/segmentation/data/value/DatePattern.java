package segmentation.data.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One way to write dates: an order and a separator. */
public final class DatePattern {
    /** The style of ISO 8601, {@code yyyy-mm-dd}. */
    public static final DatePattern ISO = new DatePattern(DateOrder.YEAR_FIRST, '-');

    private static final List<DatePattern> ALL = "-/."
            .chars()
            .boxed()
            .flatMap(separator ->
                    Stream.of(DateOrder.values()).map(order -> new DatePattern(order, (char) separator.intValue())))
            .toList();

    private final DateOrder order;
    private final char separator;
    private final Pattern pattern;

    private DatePattern(DateOrder order, char separator) {
        this.order = order;
        this.separator = separator;
        this.pattern = order.pattern(separator);
    }

    /** Returns every style that is understood; of two that read the same cells, the one to prefer first. */
    static List<DatePattern> all() {
        return ALL;
    }

    /** Returns the style that is written so, such as {@code dd-mm-yyyy}. */
    public static DatePattern written(String shape) {
        return ALL.stream()
                .filter(style -> style.written().equals(shape))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No dates are written " + shape));
    }

    DateOrder order() {
        return order;
    }

    /** Returns how a date of this style is written, such as {@code dd-mm-yyyy}. */
    public String written() {
        return order.written(separator);
    }

    /** Returns the date of a trimmed cell as {@code 2012-09-04}; empty where it is none of this style. */
    public Optional<String> iso(String cell) {
        return date(cell).map(LocalDate::toString);
    }

    /** Returns the date of a trimmed cell; empty where it is none of this style. */
    public Optional<LocalDate> date(String cell) {
        Matcher match = pattern.matcher(cell);
        return match.matches() ? DateOrder.date(match) : Optional.empty();
    }

    /** Says whether a trimmed cell is a date of any style. */
    public static boolean isDate(String cell) {
        return ALL.stream().anyMatch(style -> style.date(cell).isPresent());
    }
}
