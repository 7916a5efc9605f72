package segmentation.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
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
}
