package segmentation.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;

/** What each customer has bought and given back so far. Sums are exact, so that the order of lines does not matter. */
sealed interface CustomerPurchases extends AutoCloseable permits PurchasesInMemory, PurchasesBySql {

    /**
     * What one customer has bought.
     *
     * @param customer name
     * @param net what was paid less what was given back
     * @param last day of the last purchase; the least there is where there was none
     * @param visits number of distinct orders or moments among the purchases
     */
    record Total(String customer, BigDecimal net, LocalDate last, int visits) {}

    /**
     * Starts before the first line of a file: in memory where it is small, or where DuckDB is not on the class path, else
     * with the lines in a temporary file, which DuckDB adds up.
     *
     * @param bytes size of the file
     * @param mostInMemory size of the largest file to keep in memory
     */
    static CustomerPurchases of(long bytes, long mostInMemory) {
        return bytes > mostInMemory && PurchasesBySql.isPossible() ? PurchasesBySql.none() : PurchasesInMemory.none();
    }

    /** Adds a line; only one of value above zero makes a visit. */
    void add(TransactionLine.Transaction line);

    /** Hands over each customer once, in no order. */
    void forEach(Consumer<Total> action);

    @Override
    default void close() {}
}
