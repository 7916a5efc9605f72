package segmentation.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What each customer has bought and given back so far. Sums are exact, so that the order of lines does not matter. */
interface CustomerPurchases extends AutoCloseable {

    /**
     * What one customer has bought.
     *
     * @param customer name
     * @param net what was paid less what was given back
     * @param last day of the last purchase; the least there is where there was none
     * @param visits number of distinct orders or moments among the purchases
     */
    record Total(String customer, BigDecimal net, LocalDate last, int visits) {}

    /** Adds a line; only one of value above zero makes a visit. */
    void add(TransactionLine.Transaction line);

    /** Hands over each customer once, in no order. */
    void forEach(Consumer<Total> action);

    @Override
    default void close() {}

    /** Purchases in memory: it takes eight bytes a visit, and the name of each customer and order. */
    static final class InMemory implements CustomerPurchases {
        private final Map<String, Purchases> customers = new HashMap<>();
        private final Map<String, Long> orders = new HashMap<>();

        private InMemory() {}

        /** Starts before the first line. */
        static InMemory none() {
            return new InMemory();
        }

        @Override
        public void add(TransactionLine.Transaction line) {
            long visit = line.order().map(this::counted).orElse(line.moment());
            customers
                    .computeIfAbsent(line.customer(), unseen -> new Purchases())
                    .add(line, visit);
        }

        private long counted(String order) {
            return orders.computeIfAbsent(order, unseen -> (long) orders.size());
        }

        @Override
        public void forEach(Consumer<Total> action) {
            customers.forEach(
                    (name, bought) -> action.accept(new Total(name, bought.net, bought.last, bought.visits())));
        }

        /** Those of one customer. */
        private static final class Purchases {
            private BigDecimal net = BigDecimal.ZERO;
            private LocalDate last = LocalDate.MIN;
            private long[] visits = new long[1];
            private int count;

            void add(TransactionLine.Transaction line, long visit) {
                net = net.add(line.value());
                if (line.value().signum() > 0) {
                    last = line.date().isAfter(last) ? line.date() : last;
                    add(visit);
                }
            }

            private void add(long visit) {
                // The lines of an order follow each other in most files.
                if (count > 0 && visits[count - 1] == visit) {
                    return;
                }
                if (count == visits.length) {
                    visits = Arrays.copyOf(visits, 2 * count);
                }
                visits[count++] = visit;
            }

            int visits() {
                return (int) Arrays.stream(visits, 0, count).distinct().count();
            }
        }
    }
}
