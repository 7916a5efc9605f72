package segmentation.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/** What one customer has bought and given back so far. Sums are exact, so that the order of lines does not matter. */
final class Purchases {
    private BigDecimal net = BigDecimal.ZERO;
    private LocalDate last = LocalDate.MIN;
    private long[] visits = new long[1];
    private int count;

    private Purchases() {}

    /** Starts before the first line of a customer. */
    static Purchases none() {
        return new Purchases();
    }

    /** Adds a line; only one of value above zero makes a visit. */
    void add(TransactionLine.Transaction line) {
        net = net.add(line.value());
        if (line.value().signum() > 0) {
            last = line.date().isAfter(last) ? line.date() : last;
            visit(line.visit());
        }
    }

    private void visit(long visit) {
        // The lines of an order follow each other in most files.
        if (count > 0 && visits[count - 1] == visit) {
            return;
        }
        if (count == visits.length) {
            visits = Arrays.copyOf(visits, 2 * count);
        }
        visits[count++] = visit;
    }

    /** Returns what was paid less what was given back. */
    BigDecimal net() {
        return net;
    }

    /** Returns the day of the last purchase; the least there is before the first. */
    LocalDate last() {
        return last;
    }

    /** Returns the number of distinct visits. */
    int frequency() {
        return (int) Arrays.stream(visits, 0, count).distinct().count();
    }
}
