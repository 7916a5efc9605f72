package segmentation.rfm;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import segmentation.csv.CsvRow;
import segmentation.csv.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.csv.ReadingProgress;
import segmentation.data.customers.CustomerCsvReader;
import segmentation.data.customers.CustomerName;
import segmentation.data.customers.OnBadRow;
import segmentation.data.customers.RowIssue;
import segmentation.io.DataException;
import segmentation.io.SourceName;

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

    private final RfmSummary summary;
    private final List<Rfm> rows;

    private RfmTable(RfmSummary summary, List<Rfm> rows) {
        this.summary = summary;
        this.rows = List.copyOf(rows);
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
            Tally tally = Tally.upTo(options.asOf(), purchases);
            reader.forEach(tally::add);
            Tally.Customers customers = tally.customers();
            RfmSummary summary = RfmSummary.of(
                            reader.format(),
                            reader.notes(),
                            options,
                            customers.counts(),
                            tally.lastDays(),
                            tally.firstIssue())
                    .withAlike(customers.alike());
            return new RfmTable(summary, customers.rows());
        }
    }

    /** Starts in memory where a file is small or DuckDB is not there, else in a temporary file that DuckDB adds up. */
    private static CustomerPurchases purchases(boolean isLarge) {
        return isLarge && PurchasesBySql.isPossible() ? PurchasesBySql.none() : CustomerPurchases.InMemory.none();
    }

    /** Returns what is told of the file beside its customers. */
    public RfmSummary summary() {
        return summary;
    }

    /** Returns the header of the column of customers, as the file writes it. */
    public String customerColumn() {
        return summary.customerColumn();
    }

    /** Returns the day that recency is counted from. */
    public LocalDate asOf() {
        return summary.asOf();
    }

    /** Returns the customers, at least one. */
    public List<Rfm> rows() {
        return rows;
    }

    /** Returns what became of the lines and the customers. */
    public RfmCounts counts() {
        return summary.counts();
    }

    /** Returns what was guessed, a sentence each. */
    public List<String> notes() {
        return summary.notes();
    }

    /** Returns the first line that could not be read; empty where all could. */
    public Optional<RowIssue> firstBadLine() {
        return summary.firstBadLine();
    }

    /** Reads a file of transactions twice: to learn how it is written, and to read its lines. */
    static final class TransactionReader {
        private final CsvSource rows;
        private final TransactionFormat format;
        private final ReadingProgress progress;
        private final int leftOut;

        private TransactionReader(CsvSource rows, TransactionFormat format, ReadingProgress progress, int leftOut) {
            this.rows = rows;
            this.format = format;
            this.progress = progress;
            this.leftOut = leftOut;
        }

        /** Reads the file for the first time, refusing one without these columns. */
        static TransactionReader of(
                Path file, TransactionColumns columns, ReadingOptions options, ReadingProgress progress) {
            SourceName source = SourceName.of(file);
            CsvSource rows = CsvSource.large(file, source, options, columns.names());
            CsvRow header = rows.header().orElseThrow(() -> TransactionFormat.noLines(source, "an empty file"));
            TransactionFormat format = TransactionFormat.of(
                    rows.name(), header, columns, options, rows.dialect().delimiter());
            long size = rows.bytes();
            int leftOut = rows.forEach(format::learn, read -> progress.read(read, 2 * size));
            format.refuseDoubt();
            return new TransactionReader(rows, format, progress, leftOut);
        }

        /** Reads the file for the second time and hands over each line below the header. */
        void forEach(Consumer<TransactionLine> action) {
            TransactionParser parser = format.parser();
            long size = rows.bytes();
            rows.forEach(row -> action.accept(parser.read(row)), read -> progress.read(size + read, 2 * size));
            progress.read(2 * size, 2 * size);
        }

        /** Returns the size of the file in bytes. */
        long bytes() {
            return rows.bytes();
        }

        /** Returns how the file is written. */
        TransactionFormat format() {
            return format;
        }

        /** Returns how the file was read, a sentence each. */
        List<String> notes() {
            List<String> notes = new ArrayList<>(RfmSummary.readAs(rows));
            notes.addAll(rows.leftOutNote(leftOut));
            return notes;
        }
    }

    /** What has been read of a file of transactions so far, customer by customer. */
    static final class Tally {
        private final Optional<LocalDate> asOf;
        private final CustomerPurchases purchased;
        private final List<RowIssue> firstIssue = new ArrayList<>(1);
        private RfmSummary.LastDays days = RfmSummary.LastDays.NONE;
        private int purchases;
        private int returns;
        private int cancelledByOrder;
        private int worthless;
        private int withoutCustomer;
        private int late;
        private int bad;

        private Tally(Optional<LocalDate> asOf, CustomerPurchases purchased) {
            this.asOf = asOf;
            this.purchased = purchased;
        }

        /** Starts before the first line; lines after {@code asOf} will be left out. */
        static Tally upTo(Optional<LocalDate> asOf, CustomerPurchases purchased) {
            return new Tally(asOf, purchased);
        }

        /** Adds a line. */
        void add(TransactionLine line) {
            if (line instanceof TransactionLine.Transaction transaction) {
                add(transaction);
            } else if (line instanceof TransactionLine.Nobody nobody) {
                withoutCustomer++;
                see(nobody.date());
            } else if (line instanceof TransactionLine.Bad unread) {
                bad++;
                if (firstIssue.isEmpty()) {
                    firstIssue.add(unread.issue());
                }
            }
        }

        private void add(TransactionLine.Transaction line) {
            see(line.date());
            if (asOf.filter(line.date()::isAfter).isPresent()) {
                late++;
                return;
            }
            int sign = line.value().signum();
            purchases += sign > 0 ? 1 : 0;
            returns += sign < 0 ? 1 : 0;
            worthless += sign == 0 ? 1 : 0;
            cancelledByOrder += sign < 0 && line.byOrder() ? 1 : 0;
            purchased.add(line);
        }

        private void see(LocalDate date) {
            days = days.with(date);
        }

        /** Returns the first line that could not be read; empty where all could. */
        Optional<RowIssue> firstIssue() {
            return firstIssue.stream().findFirst();
        }

        /** Returns the last days of the file. */
        RfmSummary.LastDays lastDays() {
            return days;
        }

        /** Adds the customers up, when the last line has been added; recency counts to the day asked for, or that after the last. */
        Customers customers() {
            Customers customers = new Customers();
            LocalDate from = asOf.orElseGet(() -> days.last().plusDays(1));
            purchased.forEach(total -> customers.add(total, from));
            customers.written.sort(Comparator.comparing(Written::name));
            return customers;
        }

        /** The customers of all lines: those to be written, sorted by name, and how many others there are. */
        final class Customers {
            private final List<Written> written = new ArrayList<>();
            private int neverBought;
            private int nothingLeft;

            private void add(CustomerPurchases.Total total, LocalDate from) {
                if (total.net().signum() > 0) {
                    written.add(new Written(CustomerName.of(total.customer()), row(total, from)));
                } else {
                    neverBought += total.visits() == 0 ? 1 : 0;
                    nothingLeft += total.visits() == 0 ? 0 : 1;
                }
            }

            /** Returns those who bought and whose net value is above zero, sorted by name. */
            List<Rfm> rows() {
                return written.stream().map(Written::row).toList();
            }

            /** Returns how many of these have the number of another for a name, written in another way. */
            int alike() {
                return (int) IntStream.range(1, written.size())
                        .filter(i ->
                                written.get(i).name().isLike(written.get(i - 1).name()))
                        .count();
            }

            /** Returns what became of the lines and the customers. */
            RfmCounts counts() {
                return new RfmCounts(
                        purchases,
                        returns,
                        cancelledByOrder,
                        worthless,
                        withoutCustomer,
                        late,
                        bad,
                        written.size(),
                        neverBought,
                        nothingLeft);
            }
        }

        private record Written(CustomerName name, Rfm row) {}

        private static Rfm row(CustomerPurchases.Total total, LocalDate from) {
            return Rfm.of(total.customer(), ChronoUnit.DAYS.between(total.last(), from), total.visits(), total.net());
        }
    }
}
