package segmentation.data.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import segmentation.csv.TextGrid;
import segmentation.data.value.NumberFormat.NumberCell;

/**
 * A reader of numbers that are written plainly: digits, perhaps a minus in front, perhaps the decimal sign behind the first
 * digit, no zero in front that could be left out. They are the bulk of all cells, and no text is made of them.
 *
 * <p>It stands on the number that it read last.
 */
public final class NumberParser implements TextGrid.BytesReader {
    private static final int LONGEST = 40;
    private static final long LAST_TO_GROW = 100_000_000_000_000_000L;

    private final byte decimal;
    private byte[] bytes = {};
    private int start;
    private int end;
    private int length;
    private int point;
    private long digits;
    private boolean fits;

    private NumberParser(char decimal) {
        this.decimal = (byte) decimal;
    }

    /** Returns a reader of numbers with this decimal sign. */
    public static NumberParser reader(char decimal) {
        return new NumberParser(decimal);
    }

    /** Says whether a cell holds such a number, of at most 40 characters, and reads it then. */
    @Override
    public boolean read(byte[] cells, int from, int to) {
        boolean negative = from < to && cells[from] == '-';
        int first = negative ? from + 1 : from;
        if (first == to || to - from > LONGEST || !startsPlainly(cells, first, to) || !readDigits(cells, first, to)) {
            return false;
        }
        bytes = cells;
        start = from;
        end = to;
        length = lengthWithoutZeros();
        // Zero has no sign.
        return !negative || !fits || digits > 0;
    }

    /** Says whether a text is such a number, and reads it then. */
    public boolean read(String text) {
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        return read(written, 0, written.length);
    }

    /** Returns the nearest double. */
    public double value() {
        if (!fits || decimals() > ShortDecimal.MOST_DECIMALS) {
            return Double.parseDouble(text());
        }
        double size = ShortDecimal.of(digits, decimals());
        return bytes[start] == '-' ? -size : size;
    }

    /** Returns the exact number, without zeros at its end. */
    public BigDecimal exact() {
        return fits && point < 0 ? BigDecimal.valueOf(bytes[start] == '-' ? -digits : digits) : new BigDecimal(text());
    }

    /** Says whether the number has no decimals but zeros. */
    public boolean isWhole() {
        return point < 0 || start + length <= point;
    }

    /** Returns how many digits stand behind the decimal sign. */
    int decimals() {
        return hasPoint() ? end - point - 1 : 0;
    }

    /** Says whether the cell has a decimal sign. */
    boolean hasPoint() {
        return point >= 0;
    }

    /** Says whether the cell holds digits only. */
    public boolean isDigits() {
        return point < 0 && bytes[start] != '-';
    }

    /** Returns the one way to write the number, as {@link NumberCell#value}. */
    public String text() {
        byte[] copy = new byte[length];
        copyTo(copy, 0);
        return new String(copy, StandardCharsets.ISO_8859_1);
    }

    /** Returns how many characters the cell has. */
    public int cellLength() {
        return end - start;
    }

    /** Returns the cell as it is written. */
    String cell() {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Returns how many bytes {@link #text} takes. */
    public int length() {
        return length;
    }

    /** Writes {@link #text} to a place in other bytes. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, start, target, at, length);
        if (!isWhole()) {
            target[at + point - start] = '.';
        }
    }

    private boolean startsPlainly(byte[] cells, int first, int to) {
        return isDigit(cells[first]) && (cells[first] != '0' || first + 1 == to || cells[first + 1] == decimal);
    }

    private boolean readDigits(byte[] cells, int first, int to) {
        // Local variables: a field would be written to memory for each digit.
        long read = 0;
        boolean few = true;
        int sign = -1;
        for (int at = first; at < to; at++) {
            byte character = cells[at];
            if (isDigit(character)) {
                few &= read < LAST_TO_GROW;
                read = 10 * read + character - '0';
            } else if (character == decimal && sign < 0) {
                sign = at;
            } else {
                return false;
            }
        }
        digits = read;
        fits = few;
        point = sign;
        return true;
    }

    private int lengthWithoutZeros() {
        int last = end;
        while (point >= 0 && last > point && (bytes[last - 1] == '0' || last - 1 == point)) {
            last--;
        }
        return last - start;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /**
     * The nearest double to a number of at most 18 digits: the same as {@link Double#parseDouble} gives, without its long way.
     *
     * <p>Up to 2^53 digits and power of ten are doubles, and their quotient is rounded once (Clinger, How to read floating
     * point numbers accurately, 1990). Beyond, the quotient's remainder is added to it; where its own rounding might matter,
     * which is next to never, decimal arithmetic decides.
     */
    static final class ShortDecimal {
        /** The most decimals that are read. */
        static final int MOST_DECIMALS = 22;

        private static final long EXACT = 1L << 53;
        private static final double DOUBT = 0x1p-40;
        private static final double[] POWERS = new double[MOST_DECIMALS + 1];
        private static final double[] INVERSES = new double[MOST_DECIMALS + 1];

        static {
            for (int i = 0; i < POWERS.length; i++) {
                POWERS[i] = Double.parseDouble("1e" + i);
                INVERSES[i] = 1 / POWERS[i];
            }
        }

        private ShortDecimal() {}

        /** Returns the digits, from 0 to 10^18, divided by ten to the number of decimals. */
        static double of(long digits, int decimals) {
            double power = POWERS[decimals];
            double high = digits;
            double quotient = high / power;
            if (digits <= EXACT) {
                return quotient;
            }
            // Both are exact: what rounding took off the digits, and what division left of the others.
            double low = digits - (long) high;
            double rest = (Math.fma(-quotient, power, high) + low) * INVERSES[decimals];
            double least = quotient + rest * (1 - DOUBT);
            double most = quotient + rest * (1 + DOUBT);
            return least == most ? least : BigDecimal.valueOf(digits, decimals).doubleValue();
        }
    }
}
