package segmentation.data.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import segmentation.text.Blanks;

/**
 * How a file writes numbers.
 *
 * <p>A number has a sign or none (the Unicode minus too), digits, perhaps the decimal sign, perhaps an exponent, and at
 * most 40 characters; groups of digits and currency signs only where they were asked for. Percentages, hexadecimal
 * numbers and digits with underscores are text.
 *
 * @param decimal {@code '.'} or {@code ','}
 * @param thousands what may stand between groups of three digits; empty for nothing
 * @param currency signs or codes that may stand at either end
 */
public record NumberFormat(char decimal, Optional<Character> thousands, List<String> currency) {
    private static final int LONGEST = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}( \\d{3})+(\\..*)?");
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
        String bare = currency.isEmpty() ? cell : withoutCurrency(cell, currency);
        String signed = bare.replace('\u2212', '-');
        if (INFINITE.matcher(signed).matches()) {
            return NumberCell.BEYOND;
        }
        if (!hasDigit(signed)) {
            return NumberCell.TEXT;
        }
        String pointed = pointed(signed);
        return NUMBER.matcher(pointed).matches() ? inRange(new BigDecimal(pointed)) : NumberCell.TEXT;
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
        return thousands.isPresent() && GROUPED.matcher(pointed).matches() ? pointed.replace(" ", "") : pointed;
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
    static String withoutCurrency(String cell, List<String> signs) {
        String minus = !cell.isEmpty() && "+-\u2212".indexOf(cell.charAt(0)) >= 0 ? cell.substring(0, 1) : "";
        String unsigned = cell.substring(minus.length());
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
}
