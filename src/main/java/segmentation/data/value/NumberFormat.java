package segmentation.data.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segmentation.text.Blanks;

/**
 * How a file writes numbers.
 *
 * <p>A number has a sign or none (the Unicode minus too), digits, perhaps the decimal sign, perhaps an exponent, and at
 * most 40 characters; groups of digits, currency signs, units and percent signs only where they were asked for. A number in
 * parentheses, or with a minus behind it, is below zero, as in accounts; a dash in place of the cents, as in {@code 50.-}, is none. Hexadecimal numbers and digits with underscores are
 * text.
 *
 * @param decimal {@code '.'} or {@code ','}
 * @param thousands what may stand between groups of three digits; empty for nothing
 * @param currency signs, codes or units that may stand at either end
 * @param percent whether a percent sign may stand at either end; {@code 12 %} is then 12
 */
public record NumberFormat(char decimal, Optional<Character> thousands, List<String> currency, boolean percent) {
    private static final int LONGEST = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}( \\d{3})+(\\..*)?");
    private static final Pattern LAKHS = Pattern.compile("[+-]?[1-9]\\d?( \\d{2})+ \\d{3}(\\..*)?");
    private static final Pattern PARENTHESES = Pattern.compile("\\(([^()+-]*\\d[^()+-]*)\\)");
    private static final Pattern MINUS_BEHIND = Pattern.compile("([^()+-]*\\d[^()+-]*)-");
    private static final Pattern NO_CENTS = Pattern.compile("(?<=\\d)(?:(?<sign>[.,])[-\u2014]{1,2}|/[-=])$");
    private static final String MINUSES = "\u2212\u2010\u2011\u2012\u2013\uFE63\uFF0D";
    private static final List<String> PERCENT = List.of("%", "\uFF05", "\uFE6A", "\u066A");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}]");
    private static final Pattern INFINITE = Pattern.compile("[+-]?(∞|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal LARGEST = new BigDecimal("1e140");
    private static final BigDecimal LEAST = new BigDecimal("1e-140");

    /** Reads a trimmed cell that is not missing. */
    public NumberCell read(String cell) {
        NumberParser plain = NumberParser.reader(decimal);
        if (plain.read(cell)) {
            return NumberCell.number(plain.text());
        }
        if (cell.length() > LONGEST || cell.isEmpty()) {
            return NumberCell.TEXT;
        }
        String signed = bare(withAsciiDigits(cell));
        if (INFINITE.matcher(signed).matches()) {
            return NumberCell.BEYOND;
        }
        if (!hasDigit(signed)) {
            return NumberCell.TEXT;
        }
        String pointed = pointed(signed);
        return NUMBER.matcher(pointed).matches() ? inRange(new BigDecimal(pointed)) : NumberCell.TEXT;
    }

    /** Returns the cell without currency, unit and percent sign, a minus in front where it is below zero. */
    String bare(String cell) {
        String signed = withMinusInFront(withoutNoCents(withPlainMinus(cell)));
        String marked = withoutMarks(signed);
        // A sign may stand around the parentheses, or a minus behind the sign.
        return marked.equals(signed) ? signed : withMinusInFront(withoutNoCents(marked));
    }

    /** Returns an amount without the dash that stands for no cents, as in {@code 50.-}, {@code 50,--} and {@code 50/-}. */
    private String withoutNoCents(String cell) {
        if (cell.isEmpty() || "-=\u2014".indexOf(cell.charAt(cell.length() - 1)) < 0) {
            return cell;
        }
        Matcher match = NO_CENTS.matcher(cell);
        // 1.200,- is 1200 where the comma is the decimal sign, and nothing where it is not.
        boolean readable = match.find()
                && (match.group("sign") == null || match.group("sign").charAt(0) == decimal);
        return readable ? cell.substring(0, match.start()) : cell;
    }

    private String withoutMarks(String cell) {
        String bare = percent ? withoutMark(cell, PERCENT) : cell;
        return currency.isEmpty() ? bare : withoutMark(bare, currency);
    }

    /** Returns a cell with the digits of any script, full-width ones too, as 0 to 9. */
    private static String withAsciiDigits(String cell) {
        if (cell.chars().noneMatch(sign -> sign > '\u007F' && Character.isDigit(sign))) {
            return cell;
        }
        StringBuilder plain = new StringBuilder(cell.length());
        cell.chars()
                .forEach(sign -> plain.append(
                        Character.isDigit(sign)
                                ? Character.forDigit(Character.digit(sign, 10), 10)
                                : sign == '\u066B' || sign == '\uFF0E' ? '.' : (char) sign));
        return plain.toString();
    }

    private static String withPlainMinus(String cell) {
        String plain = cell;
        for (int i = 0; i < cell.length(); i++) {
            if (MINUSES.indexOf(cell.charAt(i)) >= 0) {
                plain = plain.replace(cell.charAt(i), '-');
            }
        }
        return plain;
    }

    private static String withMinusInFront(String cell) {
        int last = cell.length() - 1;
        if (last < 1 || cell.charAt(last) != ')' && cell.charAt(last) != '-') {
            return cell;
        }
        Matcher match = (cell.charAt(last) == ')' ? PARENTHESES : MINUS_BEHIND).matcher(cell);
        return match.matches() ? "-" + Blanks.trimmed(match.group(1)) : cell;
    }

    /** Returns what is asked of a cell, for a sentence. */
    public String expectation(String cell) {
        return switch (read(cell).fit()) {
            case BEYOND -> "a number between -1e140 and 1e140 that is 0 or at least 1e-140 in size";
            default -> decimal == ',' ? "a number with a decimal comma" : "a number";
        };
    }

    /** Returns the text with a point for the decimal sign and without groups, or a text that is no number. */
    private String pointed(String text) {
        String spaced = text;
        if (thousands.isPresent()) {
            char separator = thousands.get();
            spaced = separator == ' '
                    ? SPACES.matcher(text).replaceAll(" ")
                    : text.replace('’', '\'').replace(separator, ' ');
        }
        // A point where the comma is the decimal sign is none.
        String pointed = decimal == ',' ? spaced.replace('.', '?').replace(',', '.') : spaced;
        return thousands.isPresent() && isGrouped(pointed) ? pointed.replace(" ", "") : pointed;
    }

    // In India the groups above the first have two digits: 12,34,567.
    private boolean isGrouped(String text) {
        return GROUPED.matcher(text).matches()
                || thousands.equals(Optional.of(',')) && LAKHS.matcher(text).matches();
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static NumberCell inRange(BigDecimal number) {
        BigDecimal size = number.abs();
        boolean beyond = size.compareTo(LARGEST) > 0 || size.signum() > 0 && size.compareTo(LEAST) < 0;
        return beyond ? NumberCell.BEYOND : NumberCell.number(plain(number));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns the number without the first of these signs that stands at one of its ends, before or behind a minus. */
    private static String withoutMark(String cell, List<String> signs) {
        String minus = !cell.isEmpty() && "+-".indexOf(cell.charAt(0)) >= 0 ? cell.substring(0, 1) : "";
        String unsigned = Blanks.trimmed(cell.substring(minus.length()));
        for (String sign : signs) {
            if (unsigned.regionMatches(true, 0, sign, 0, sign.length())) {
                String rest = Blanks.trimmed(unsigned.substring(sign.length()));
                // Of two minus signs one is too many.
                return minus.isEmpty() || startsWithDigit(rest) ? minus + rest : cell;
            }
            int end = unsigned.length() - sign.length();
            if (end > 0 && unsigned.regionMatches(true, end, sign, 0, sign.length())) {
                return minus + Blanks.trimmed(unsigned.substring(0, end));
            }
        }
        return cell;
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || ".,".indexOf(text.charAt(0)) >= 0);
    }

    /**
     * What a filled cell is as a number.
     *
     * @param fit whether it is one
     * @param value the one way to write it, with a point and without an exponent; empty where it is none
     */
    public record NumberCell(Fit fit, String value) {
        static final NumberCell TEXT = new NumberCell(Fit.TEXT, "");
        static final NumberCell BEYOND = new NumberCell(Fit.BEYOND, "");

        /** The kinds of cell. */
        enum Fit {
            /** A number that can be computed with. */
            NUMBER,

            /** Infinite, beyond ±1e140, or so near to 0 that its square is 0 to a computer. */
            BEYOND,

            /** No number. */
            TEXT
        }

        static NumberCell number(String value) {
            return new NumberCell(Fit.NUMBER, value);
        }

        /** Says whether the cell is a number that can be computed with. */
        public boolean isNumber() {
            return fit == Fit.NUMBER;
        }

        /** Says whether the number has no decimals. */
        public boolean isWhole() {
            return isNumber() && value.indexOf('.') < 0;
        }
    }
}
