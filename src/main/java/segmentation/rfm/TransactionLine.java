package segmentation.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import segmentation.data.customers.RowIssue;

/** What one line of a file of transactions turned out to be. */
public sealed interface TransactionLine {

    /**
     * Something bought or given back.
     *
     * @param customer who, not blank
     * @param date the day
     * @param moment microseconds that tell one purchase of a customer from another where there are no orders
     * @param order number of its order; empty where the file has none
     * @param value money; negative for what was given back
     * @param byOrder whether only the order says that it was given back
     */
    record Transaction(
            String customer, LocalDate date, long moment, Optional<String> order, BigDecimal value, boolean byOrder)
            implements TransactionLine {}

    /**
     * A line that names no customer.
     *
     * @param date the day; {@link LocalDate#MIN} where it cannot be read
     */
    record Nobody(LocalDate date) implements TransactionLine {}

    /**
     * A line that cannot be read.
     *
     * @param issue what is wrong with it
     */
    record Bad(RowIssue issue) implements TransactionLine {}
}
