package segmentation.data.value;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import segmentation.text.Excerpt;

/**
 * One way to write dates, such as {@code dd-mm-yyyy}, {@code mm/dd/yy}, {@code yyyymmdd} or {@code d mon yyyy}.
 *
 * <p>Of years with two digits, 69 to 99 are of the twentieth century and 00 to 68 of this one, as POSIX has it. Months may
 * be named in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian or Turkish, in full or by three letters and more. Serial
 * numbers of spreadsheets count days from 1900, {@code unix} seconds from 1970 in universal time; both, {@code ddmmyyyy},
 * {@code mmddyyyy}, {@code yymmdd} and {@code yyyy-dd-mm} are dates only where that was said.
 */
public final class DatePattern {
    private static final String DAY = "(?<day>\\d{1,2})";
    private static final String MONTH = "(?<month>\\d{1,2})";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final String SHORT_YEAR = "'?(?<year>\\d{2})";
    private static final String NAME = "(?<name>\\p{L}[\\p{L}\\p{M}]{2,})\\.?";
    private static final String WEEKDAY = "(?:\\p{L}{2,10}\\.?,? )?";
    private static final String GAP = "(?:\\. ?|, ?|[ /-])";

    private static final List<DatePattern> ALL = Stream.concat(
                    numeric(YEAR, "yyyy"),
                    Stream.concat(
                            numeric(SHORT_YEAR, "yy"),
                            Stream.of(
                                    new DatePattern(
                                            "yyyymmdd", Order.YEAR, "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"),
                                    named(
                                            "d mon yyyy",
                                            Order.DAY,
                                            DAY + "(?:st|nd|rd|th)?" + GAP + "(?:de )?" + NAME + GAP + "(?:de )?" + YEAR
                                                    + "(?: ?г\\.?)?"),
                                    named(
                                            "d mon yy",
                                            Order.DAY,
                                            DAY + "(?:st|nd|rd|th)?" + GAP + NAME + GAP + SHORT_YEAR),
                                    named(
                                            "mon d, yyyy",
                                            Order.MONTH,
                                            NAME + "[ -]" + DAY + "(?:st|nd|rd|th)?" + GAP + "? ?" + YEAR),
                                    named(
                                            "mon d, yy",
                                            Order.MONTH,
                                            NAME + "[ -]" + DAY + "(?:st|nd|rd|th)?" + GAP + " ?" + SHORT_YEAR),
                                    named("yyyy mon d", Order.YEAR, YEAR + GAP + NAME + GAP + DAY),
                                    named("dmonyyyy", Order.DAY, DAY + "(?<name>[A-Za-z]{3})" + YEAR),
                                    named("yyyy年m月d日", Order.YEAR, YEAR + "[年년] ?" + MONTH + "[月월] ?" + DAY + "[日일]"))))
            .toList();

    /** The style of ISO 8601, {@code yyyy-mm-dd}. */
    public static final DatePattern ISO = ALL.get(0);

    static final DatePattern SERIAL =
            new DatePattern("serial numbers of a spreadsheet", Order.YEAR, "(?<serial>\\d{4,5})(?:\\.\\d+)?");

    private static final DatePattern UNIX =
            new DatePattern("unix", Order.YEAR, "(?<epoch>-?\\d{9,10})(?<part>\\d{3}|\\d{6}|\\.\\d{1,6})?");

    /** Taken only where they were asked for: their cells are numbers to whoever knows nothing. */
    private static final List<DatePattern> ASKED_FOR = List.of(
            SERIAL,
            UNIX,
            new DatePattern("ddmmyyyy", Order.DAY, "(?<day>\\d{1,2})(?<month>\\d{2})(?<year>\\d{4})"),
            new DatePattern("mmddyyyy", Order.MONTH, "(?<month>\\d{1,2})(?<day>\\d{2})(?<year>\\d{4})"),
            new DatePattern("yymmdd", Order.YEAR, "(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})"),
            new DatePattern("yyyy-dd-mm", Order.YEAR, String.join("[-/.]", YEAR, DAY, MONTH)));

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long MICROS = 1_000_000;
    private static final LocalDate FIRST_OF_SERIAL = LocalDate.of(1899, 12, 30);
    private static final int WHOLE_YEARS = 9;
    private static final int FIRST_SHORT_YEAR = 69;
    private static final int CENTURY = 100;
    private static final int FIRST_WHOLE_YEAR = 1000;
    private static final int NO_YEAR = Integer.MAX_VALUE;

    private static final Map<String, Integer> MONTHS = months();

    private final String written;
    private final Order order;
    private final Pattern pattern;

    /** What a date names first. */
    enum Order {
        YEAR,
        DAY,
        MONTH;

        /** Returns the order in words, such as {@code day first}. */
        String words() {
            return name().toLowerCase(Locale.ROOT) + " first";
        }
    }

    private DatePattern(String written, Order order, String expression) {
        this.written = written;
        this.order = order;
        this.pattern = Pattern.compile(expression);
    }

    private static DatePattern named(String written, Order order, String expression) {
        return new DatePattern(written, order, WEEKDAY + expression);
    }

    private static Stream<DatePattern> numeric(String year, String letters) {
        return "-/.".chars().mapToObj(sign -> String.valueOf((char) sign)).flatMap(sign -> {
            boolean point = sign.equals(".");
            String quoted = Pattern.quote(sign) + (point ? " ?" : "");
            return Stream.of(
                    // Hungary and Korea have a point behind the day too.
                    new DatePattern(
                            String.join(sign, letters, "mm", "dd"),
                            Order.YEAR,
                            String.join(quoted, year, MONTH, DAY) + (point ? "\\.?" : "")),
                    new DatePattern(
                            String.join(sign, "dd", "mm", letters), Order.DAY, String.join(quoted, DAY, MONTH, year)),
                    new DatePattern(
                            String.join(sign, "mm", "dd", letters),
                            Order.MONTH,
                            String.join(quoted, MONTH, DAY, year)));
        });
    }

    // The beginnings of the names that no two months of these languages share.
    private static Map<String, Integer> months() {
        String names = "jan ene gen sty янв oca; feb fev lut фев şub sub; mar maa mrz мар; apr abr avr kwi апр nis;"
                + " mai may mag mei maj май мая; jun juin giu cze июн haz; jul juil lug lip июл tem;"
                + " aug aou ago sie авг; sep set wrz сен eyl; oct okt out ott paz окт eki;"
                + " nov lis listopada ноя kas; dec dez dic gru дек ara";
        Map<String, Integer> months = new HashMap<>();
        String[] byMonth = names.split("; ?");
        for (int month = 1; month <= byMonth.length; month++) {
            for (String start : byMonth[month - 1].split(" ")) {
                months.put(start, month);
            }
        }
        return months;
    }

    /** Returns every style that is understood; of two that read the same cells, the one to prefer first. */
    static List<DatePattern> all() {
        return ALL;
    }

    /**
     * Returns the style that a person means: as we write it, with other signs, or with the letters of Java's patterns.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static DatePattern written(String shape) {
        String wanted = key(shape);
        if (List.of("excel", "serial", key(SERIAL.written)).contains(wanted)) {
            return SERIAL;
        }
        return Stream.concat(ALL.stream(), ASKED_FOR.stream())
                .filter(style -> key(style.written).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Dates must be written in a way such as dd/mm/yyyy, mm/dd/yy, yyyymmdd, d mon yyyy, excel or"
                                + " unix, was "
                                + Excerpt.quoted(shape)));
    }

    // d/M/yyyy, DD/MM/YYYY and dd/mm/yyyy HH:mm are one: month names keep their letters apart from numbers of months.
    private static String key(String shape) {
        String days = shape.strip().replaceFirst("['\"]?[T ,]+['\"]?[Hh]{1,2}[:.].*$", "");
        String named =
                days.replaceAll("M{3,}|\\b[Mm]onth\\b|\\b[Mm]mm+\\b", "mon").replaceAll("mon?th", "mon");
        String lower = named.toLowerCase(Locale.ROOT).replaceAll("u", "y");
        if (lower.contains("mon")) {
            return lower.replaceAll("d+", "d").replaceAll("[^a-z]+", " ").strip();
        }
        return lower.contains("y") && lower.matches(".*[-/. ].*")
                ? lower.replaceAll("d+", "dd").replaceAll("m+", "mm").replaceAll(" ", "")
                : lower;
    }

    Order order() {
        return order;
    }

    /** Returns how a date of this style is written, such as {@code dd-mm-yyyy}. */
    public String written() {
        return written;
    }

    /** Returns the date of a trimmed cell as {@code 2012-09-04}; empty where it is none of this style. */
    public Optional<String> iso(String cell) {
        return date(cell).map(LocalDate::toString);
    }

    /** Returns the date of a trimmed cell; empty where it is none of this style. */
    public Optional<LocalDate> date(String cell) {
        Matcher match = pattern.matcher(cell);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            if (this == SERIAL) {
                return Optional.of(FIRST_OF_SERIAL.plusDays(Integer.parseInt(match.group("serial"))));
            }
            return Optional.of(
                    this == UNIX
                            ? LocalDate.ofEpochDay(
                                    Math.floorDiv(Long.parseLong(match.group("epoch")), SECONDS_OF_A_DAY))
                            : LocalDate.of(
                                    year(match.group("year")), month(match), Integer.parseInt(match.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the microseconds since midnight that the digits of a date of this style say: those of a serial number behind its
     * point, of seconds since 1970 what is no whole day; 0 in all other styles.
     */
    public long micros(String cell) {
        Matcher match = pattern.matcher(cell);
        int point = cell.indexOf('.');
        if (this == SERIAL && point >= 0) {
            return Math.round(Double.parseDouble("0" + cell.substring(point)) * SECONDS_OF_A_DAY) * MICROS;
        }
        if (this != UNIX || !match.matches()) {
            return 0;
        }
        String part = match.group("part") == null ? "" : match.group("part").replace(".", "");
        long second = Math.floorMod(Long.parseLong(match.group("epoch")), SECONDS_OF_A_DAY);
        return second * MICROS + Long.parseLong((part + "000000").substring(0, 6));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            // 0024 is a year that lost its century; month 0 makes it none.
            return year < FIRST_WHOLE_YEAR ? NO_YEAR : year;
        }
        return year + (year < FIRST_SHORT_YEAR ? 20 : 19) * CENTURY;
    }

    /** Returns the month of a match, 0 for a name that is none. */
    private int month(Matcher match) {
        return match.pattern().pattern().contains("<name>")
                ? monthNamed(match.group("name"))
                : Integer.parseInt(match.group("month"));
    }

    private static int monthNamed(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Stream.of(plain, plain.substring(0, Math.min(4, plain.length())), plain.substring(0, 3))
                .map(MONTHS::get)
                .filter(month -> month != null)
                .findFirst()
                .orElse(0);
    }

    /** Says whether a cell that is no date may be a spreadsheet's serial number of a day from 1954 to 2119. */
    static boolean isRecentSerial(String cell) {
        return cell.matches("[2-7]\\d{4}(\\.\\d+)?");
    }

    /** Says whether two digits of a year come first, which is taken only where it was asked for. */
    boolean hasShortYearFirst() {
        return order == Order.YEAR && written.matches("yy[^y].*");
    }

    /** Returns what was done about dates of this style, in a clause. */
    String reading() {
        if (this == UNIX) {
            return "counted in seconds from 1970-01-01, milliseconds and microseconds too";
        }
        return this == SERIAL ? "counted in days from 1899-12-30" : "read " + order.words();
    }

    /** Says whether a trimmed cell is a date in numbers with a whole year, of which day and month may be exchanged. */
    public static boolean isExchangeable(String cell) {
        return ALL.stream()
                .limit(WHOLE_YEARS)
                .anyMatch(style -> style.date(cell).isPresent());
    }

    /** Says whether a trimmed cell is a date of any style. */
    public static boolean isDate(String cell) {
        return ALL.stream().anyMatch(style -> style.date(cell).isPresent());
    }
}
