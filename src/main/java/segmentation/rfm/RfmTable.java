package segmentation.rfm;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import segmentation.csv.ReadingProgress;
import segmentation.data.customers.CustomerCsvReader;
import segmentation.data.customers.OnBadRow;
import segmentation.data.customers.RowIssue;
import segmentation.io.DataException;

/**
 * Recency, frequency and monetary value of the customers of a file of transactions, sorted by name: numbers by value,
 * then text. Immutable.
 *
 * <p>The measures are those of database marketing (Hughes, Strategic Database Marketing, 1994). The rules:
 *
 * <ul>
 *   <li>The value of a line is its amount, times its quantity where there is one.
 *   <li>A line with a negative quantity or amount, or of an order called C and digits ({@code C536379}), is a return or a
 *       cancellation: its value is subtracted, whatever its signs, and it is no purchase.
 *   <li>A line of value zero, such as a gift, is no purchase either, and changes nothing.
 *   <li>Recency is the number of whole days from the day of the last purchase. Frequency is the number of distinct orders
 *       among the purchases, or without orders of distinct dates, times of day included. Monetary value is the exact sum.
 *   <li>Left out and counted: lines without a customer, lines after the day that recency is counted from, customers who
 *       never bought, and customers whose net value is zero or less. The last have taken back all they brought, often
 *       for a purchase before the file begins, and a logarithm of their value does not exist.
 * </ul>
 *
 * <p>The file is read twice, line by line, and only customers, orders and visits are kept: in memory, or of a file of more
 * than 256 MB in the temporary folder, where DuckDB adds them up if it is on the class path. The table is the same.
 */
public final class RfmTable {
    private static final long MOST_IN_MEMORY = 1L << 28;

    private final String customerColumn;
    private final LocalDate asOf;
    private final List<Rfm> rows;
    private final RfmCounts counts;
    private final List<String> notes;
    private final Optional<RowIssue> firstBadLine;

    private RfmTable(TransactionReader reader, RfmTally tally, RfmTally.Customers customers) {
        this.customerColumn = reader.customerColumn();
        this.asOf = tally.asOf();
        this.rows = customers.rows();
        this.counts = customers.counts();
        this.notes = reader.notes(tally, customers.alike());
        this.firstBadLine = tally.firstIssue();
    }

    /**
     * Reads a file of transactions.
     *
     * @param file read as {@link CustomerCsvReader} reads customer files, Windows-1252 besides; sentences name it as it is
     *     given here
     * @param progress told of bytes; each byte of the file counts twice
     * @throws DataException where the file has no such columns, mixes ways to write dates, has a row that never ends, or
     *     leaves no customer; under {@link OnBadRow#STOP} also where a line cannot be read: other cells than the header,
     *     no number, date or order
     */
    public static RfmTable read(Path file, TransactionColumns columns, RfmOptions options, ReadingProgress progress) {
        return read(file, columns, options, progress, MOST_IN_MEMORY);
    }

    /** Reads a file of which DuckDB adds up the lines where it has more bytes than that. */
    static RfmTable read(
            Path file, TransactionColumns columns, RfmOptions options, ReadingProgress progress, long mostInMemory) {
        TransactionReader reader = TransactionReader.of(file, columns, options.reading(), progress);
        try (CustomerPurchases purchases = purchases(reader.bytes() > mostInMemory)) {
            RfmTally tally = RfmTally.upTo(options.asOf(), purchases);
            reader.forEach(tally::add);
            tally.firstIssue()
                    .filter(issue -> options.policy() == OnBadRow.STOP)
                    .ifPresent(issue -> {
                        throw reader.bad(issue, tally.bad() - 1, tally.lines());
                    });
            RfmTally.Customers customers = tally.customers();
            if (customers.counts().customers() == 0) {
                throw reader.nobody(customers.counts());
            }
            return new RfmTable(reader, tally, customers);
        }
    }

    private static CustomerPurchases purchases(boolean large) {
        return large && PurchasesBySql.isPossible() ? PurchasesBySql.none() : PurchasesInMemory.none();
    }

    /** Returns the header of the column of customers, as the file writes it. */
    public String customerColumn() {
        return customerColumn;
    }

    /** Returns the day that recency is counted from. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Returns the customers, at least one. */
    public List<Rfm> rows() {
        return rows;
    }

    /** Returns what became of the lines and the customers. */
    public RfmCounts counts() {
        return counts;
    }

    /** Returns what was guessed, a sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** Returns the first line that could not be read; empty where all could. */
    public Optional<RowIssue> firstBadLine() {
        return firstBadLine;
    }
}
