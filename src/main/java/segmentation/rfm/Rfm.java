package segmentation.rfm;

import java.math.BigDecimal;
import java.util.List;

/**
 * A customer's recency, frequency and monetary value.
 *
 * @param customer name as the file writes it, without padding
 * @param recencyDays whole days from the last purchase to the day that recency is counted from; at least 0
 * @param frequency number of purchases, at least 1
 * @param monetary what was paid less what was returned, above 0, exact
 */
public record Rfm(String customer, long recencyDays, int frequency, BigDecimal monetary) {

    /** The titles of the three values in a table. */
    public static final List<String> TITLES = List.of("recency_days", "frequency", "monetary");

    /** Returns the values with a sum in its shortest form: 100 and not 100.00, nor 1E+2. */
    public static Rfm of(String customer, long recencyDays, int frequency, BigDecimal sum) {
        BigDecimal net = sum.stripTrailingZeros();
        return new Rfm(customer, recencyDays, frequency, net.setScale(Math.max(0, net.scale())));
    }

    /** Returns the three values as text. */
    public List<String> cells() {
        return List.of(Long.toString(recencyDays), Integer.toString(frequency), monetary.toPlainString());
    }
}
