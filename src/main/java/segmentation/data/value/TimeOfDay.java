package segmentation.data.value;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a cell holds behind its date: {@code 8:26}, {@code T08:26:00}, {@code 08:26:00.5 Z}, {@code 8:26 PM},
 * {@code 8.26 Uhr}, {@code 8h26}, {@code à 8h26}, {@code 08時26分}, {@code :08:26:00 +0000} as web servers write it, and {@code T082600} or {@code 082600}.
 * {@code 24:00} is the end of the day that is written.
 * A zone may follow, as {@code +02:00}: the day stays the one that is written, and the time is counted from midnight of
 * universal time.
 */
public final class TimeOfDay {
    private static final String BLANK = "[\\s\\p{Z}]";
    private static final String AT = "(?:(?:à|at|um|às|a las|alle|ore|kl\\.?|o|-)" + BLANK + "+)?";
    private static final Pattern TIME = Pattern.compile("(?:T|:|,?" + BLANK + "+" + AT + ")"
            + "(?<hour>\\d{1,2})[:.h時点시](?<minute>[0-5]\\d)(?:[:.](?<second>[0-5]\\d)(?:[.,](?<fraction>\\d{1,9}))?)?"
            + BLANK + "*(?:(?<half>[AaPp])\\.?[Mm]\\.?|Uhr|uur|h|hrs|ч\\.?|分|분)?" + BLANK
            + "*(?:Z|(?:UTC|GMT)?(?<zone>[+\u2212-](?:0\\d|1[0-4]):?(?:[0-5]\\d)?)|UTC|GMT)?");
    private static final Pattern COMPACT = Pattern.compile("T?(?<hour>\\d{2})(?<minute>[0-5]\\d)(?<second>[0-5]\\d)Z?");
    private static final Pattern DIGITS = Pattern.compile("(19|20)\\d{12}Z?");
    private static final Pattern DATE = Pattern.compile("[0-9./-]{6,}(?=$|[T,\\s\\p{Z}])");
    private static final Pattern REST = Pattern.compile("(?<=[\\p{L}\\d.])(?:T|,?" + BLANK + "+" + AT
            + ")\\d{1,2}[:h]\\d{2}.*$" + "|(?<=[/ -]\\d{4}):\\d{2}:\\d{2}:\\d{2}.*$");
    private static final int DAY_DIGITS = 8;
    private static final int HALF_DAY = 12;
    private static final long MICROS = 1_000_000;

    private TimeOfDay() {}

    /** Returns the part of a trimmed cell that may be a date: all of it where no time follows. */
    public static String datePart(String cell) {
        if (DIGITS.matcher(cell).matches()) {
            return cell.substring(0, DAY_DIGITS);
        }
        Matcher match = DATE.matcher(cell);
        if (match.lookingAt()) {
            return match.group();
        }
        Matcher rest = REST.matcher(cell);
        return rest.find() ? cell.substring(0, rest.start()) : cell;
    }

    /**
     * Returns the microseconds since midnight that the rest of a cell says, finer ones cut off; 0 for nothing, empty for
     * what is no time.
     */
    public static OptionalLong micros(String rest) {
        if (rest.isEmpty()) {
            return OptionalLong.of(0);
        }
        Matcher match = (COMPACT.matcher(rest).matches() ? COMPACT : TIME).matcher(rest);
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        int hour = hour(match);
        return hour < 0
                ? OptionalLong.empty()
                : OptionalLong.of(
                        (hour * 3600L + number(match, "minute") * 60L + number(match, "second") - zone(match)) * MICROS
                                + fraction(match));
    }

    /** Returns the seconds that a zone is ahead of universal time. */
    private static long zone(Matcher match) {
        String zone = match.pattern() == COMPACT ? null : match.group("zone");
        if (zone == null) {
            return 0;
        }
        String digits = zone.replaceAll("\\D", "");
        long minutes = Integer.parseInt(digits.substring(0, 2)) * 60L
                + (digits.length() == 4 ? Integer.parseInt(digits.substring(2)) : 0);
        return (zone.startsWith("+") ? 60 : -60) * minutes;
    }

    private static int hour(Matcher match) {
        int hour = number(match, "hour");
        String half = match.pattern() == COMPACT ? null : match.group("half");
        if (half == null) {
            boolean ends = hour == 2 * HALF_DAY && number(match, "minute") + number(match, "second") == 0;
            return hour < 2 * HALF_DAY || ends ? hour : -1;
        }
        if (hour < 1 || hour > HALF_DAY) {
            return -1;
        }
        return hour % HALF_DAY + (half.equalsIgnoreCase("p") ? HALF_DAY : 0);
    }

    private static int number(Matcher match, String group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }

    private static long fraction(Matcher match) {
        String digits = match.pattern() == COMPACT ? null : match.group("fraction");
        return digits == null ? 0 : Long.parseLong((digits + "00000").substring(0, 6));
    }
}
