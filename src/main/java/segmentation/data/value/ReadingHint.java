package segmentation.data.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.text.Blanks;

/**
 * The reading options that would make numbers of the cells of a column, tried on them before they are named.
 *
 * @param what what the cells are, such as {@code money} or {@code percentages}
 * @param options the options to add, as a person types them
 * @param fitting how many of the cells they make numbers of, at least nine in ten
 * @param cells how many cells there are
 */
public record ReadingHint(String what, String options, int fitting, int cells) {
    private static final double MOST = 0.9;
    private static final Pattern PARTS = Pattern.compile("[(+-]*(?<before>[^\\d()+-]*?)["
            + " \\u00A0\\u202F+-]*(?<digits>\\d(?:[\\d.,'’\\p{Zs}]*\\d)?)(?<behind>[^\\d()]*?)[-)]*");
    /** Codes of ISO 4217: other capitals in front of digits are of an id, such as {@code INN00017}. */
    private static final String CODES =
            "AED|AFN|ALL|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|"
                    + "BTN|BWP|BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|"
                    + "EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|"
                    + "ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|"
                    + "MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|"
                    + "PGK|PHP|PKR|PLN|PYG|QAR|RMB|RON|RSD|RUB|RUR|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|"
                    + "SRD|SSP|STN|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|"
                    + "VUV|WST|XAF|XCD|XCG|XOF|XPF|YER|ZAR|ZMW|ZWG";

    private static final Pattern SIGN = Pattern.compile("\\p{L}{0,3}\\p{Sc}\\p{L}{0,3}|" + CODES
            + "|(?i:kr|fr|zł|rs|rp|rm|lei|ft|kč|лв|руб|руб\\.|₽|euro?s?|dollars?|usd|元|円)\\.?|S/\\.?");
    private static final Pattern UNIT =
            Pattern.compile("‰|[\\p{L}°²³/µ.]{1,12}(?: [\\p{L}°²³/µ.]{1,12})?|[\\p{Sc}].{0,3}");
    private static final String NO_CENTS = "^(?:-|/[-=]?|[.,][-\u2013\u2014]{0,2})(?:\\s+|$)";

    /** Credit and debit are signs: as a unit, both would be read as one. */
    private static final Pattern NO_UNIT = Pattern.compile("(?i)[cd]r\\.?");

    private static final Set<String> TIGHT_UNITS = Set.of(
            "kg", "g", "mg", "lb", "lbs", "oz", "km", "m", "cm", "mm", "mi", "ft", "in", "l", "ml", "cl", "gb", "mb",
            "kb", "tb", "kwh", "h", "hr", "hrs", "min", "mins", "s", "sec", "d", "days", "y", "yr", "yrs", "years",
            "pcs", "x", "pts", "°", "°c", "°f", "km/h", "mph", "m²", "sqft", "€", "eur", "usd", "gbp", "chf", "kr",
            "zł", "kč", "₽", "元", "円", "歳", "岁", "人", "个", "回");

    /**
     * Looks for options under which nearly all cells are numbers that are none in a format; empty where there are none.
     *
     * @param cells different trimmed cells, none missing, and how often each occurs
     */
    public static Optional<ReadingHint> of(Map<String, Integer> cells, NumberFormat format) {
        List<String> texts = cells.keySet().stream()
                .filter(cell -> !format.read(cell).isNumber())
                .sorted()
                .toList();
        return texts.stream()
                .map(PARTS::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(parts -> of(parts, cells, format));
    }

    private static Optional<ReadingHint> of(Matcher parts, Map<String, Integer> cells, NumberFormat format) {
        Optional<Mark> mark = Mark.of(parts.group("before"), parts.group("behind"));
        boolean code = parts.group("digits").matches("0\\d.*");
        if (mark.isEmpty() || code && !mark.get().sign.isEmpty()) {
            return Optional.empty();
        }
        int all = cells.values().stream().mapToInt(Integer::intValue).sum();
        for (NumberFormat tried : candidates(mark.get(), parts.group("digits"), format)) {
            int fitting = cells.entrySet().stream()
                    .filter(cell -> tried.read(cell.getKey()).isNumber())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (fitting >= MOST * all) {
                return Optional.of(new ReadingHint(mark.get().what, mark.get().options(format, tried), fitting, all));
            }
        }
        return Optional.empty();
    }

    private static List<NumberFormat> candidates(Mark mark, String digits, NumberFormat format) {
        List<NumberFormat> candidates = new ArrayList<>();
        List<String> signs = mark.sign.isEmpty()
                ? format.currency()
                : Stream.concat(format.currency().stream(), Stream.of(mark.sign))
                        .toList();
        for (char decimal : format.decimal() == '.' ? new char[] {'.', ','} : new char[] {',', '.'}) {
            for (String group : new String[] {"", ",", ".", "'", " "}) {
                boolean there = group.isEmpty() || digits.chars().anyMatch(sign -> group.indexOf(plain(sign)) >= 0);
                if (there && group.indexOf(decimal) < 0) {
                    candidates.add(new NumberFormat(
                            decimal,
                            group.isEmpty() ? format.thousands() : Optional.of(group.charAt(0)),
                            signs,
                            format.percent() || mark.percent));
                }
            }
        }
        return candidates;
    }

    private static char plain(int sign) {
        return Character.getType(sign) == Character.SPACE_SEPARATOR ? ' ' : sign == '’' ? '\'' : (char) sign;
    }

    /** Returns the options as an advice, such as {@code try --thousands comma}. */
    public String advice() {
        return "try " + options;
    }

    /** Says what the cells are and what to do, for a column of text. */
    public String words() {
        return "%d of %d cells are %s; %s".formatted(fitting, cells, what, advice());
    }

    /** What stands before or behind the digits of a cell. */
    private record Mark(String sign, boolean percent, String what) {
        static Optional<Mark> of(String written, String behindDigits) {
            String before = Blanks.trimmed(written);
            String behind = Blanks.trimmed(behindDigits).replaceFirst(NO_CENTS, "");
            boolean percent = before.matches("[%％]") || behind.matches("[%％﹪٪]");
            if (percent) {
                return Optional.of(new Mark("", true, "percentages"))
                        .filter(any -> before.isEmpty() || behind.isEmpty());
            }
            if (before.isEmpty() && behind.isEmpty()) {
                return Optional.of(new Mark("", false, "numbers in groups or with another decimal sign"));
            }
            if (before.isEmpty()) {
                boolean apart =
                        !behind.equals(behindDigits) || behind.codePoints().noneMatch(Character::isLetter);
                boolean unit =
                        (UNIT.matcher(behind).matches() || SIGN.matcher(behind).matches())
                                && !NO_UNIT.matcher(behind).matches()
                                && (apart || TIGHT_UNITS.contains(behind.toLowerCase(Locale.ROOT)));
                return Optional.of(behind).filter(any -> unit).map(Mark::named);
            }
            return Optional.of(before)
                    .filter(any -> behind.isEmpty() && SIGN.matcher(before).matches())
                    .map(Mark::named);
        }

        private static Mark named(String sign) {
            boolean money = SIGN.matcher(sign).matches();
            return new Mark(sign, false, money ? "money" : "numbers with a unit (%s)".formatted(sign));
        }

        String options(NumberFormat format, NumberFormat tried) {
            return Stream.of(
                            sign.isEmpty() || format.currency().contains(sign)
                                    ? ""
                                    : (what.equals("money") ? "--currency " : "--unit ") + quoted(sign),
                            percent && !format.percent() ? "--percent" : "",
                            tried.thousands().equals(format.thousands())
                                    ? ""
                                    : "--thousands " + name(tried.thousands().orElseThrow()),
                            tried.decimal() == format.decimal() ? "" : "--decimal " + name(tried.decimal()))
                    .filter(option -> !option.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        // A shell takes $ for a variable, and parts words at blanks.
        private static String quoted(String sign) {
            return sign.matches("[\\p{L}\\p{N}€£¥₹₽°]+") ? sign : "'" + sign + "'";
        }

        private static String name(char sign) {
            return switch (sign) {
                case ',' -> "comma";
                case '.' -> "point";
                case ' ' -> "space";
                default -> "apostrophe";
            };
        }
    }
}
