package segmentation.rfm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerName;
import segmentation.data.customers.RowIssue;

/** What has been read of a file of transactions so far, customer by customer. */
final class RfmTally {
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

    private RfmTally(Optional<LocalDate> asOf, CustomerPurchases purchased) {
        this.asOf = asOf;
        this.purchased = purchased;
    }

    /** Starts before the first line; lines after {@code asOf} will be left out. */
    static RfmTally upTo(Optional<LocalDate> asOf, CustomerPurchases purchased) {
        return new RfmTally(asOf, purchased);
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
                    .filter(i -> written.get(i).name().isLike(written.get(i - 1).name()))
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
