package segmentation.rfm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerName;
import segmentation.data.customers.RowIssue;

/** What has been read of a file of transactions so far, customer by customer. */
final class RfmTally {
    private final Optional<LocalDate> asOf;
    private final Map<String, Purchases> customers = new HashMap<>();
    private final List<RowIssue> firstIssue = new ArrayList<>(1);
    private RfmSummary.LastDays days = RfmSummary.LastDays.NONE;
    private int purchases;
    private int returns;
    private int cancelledByOrder;
    private int worthless;
    private int withoutCustomer;
    private int late;
    private int bad;

    private RfmTally(Optional<LocalDate> asOf) {
        this.asOf = asOf;
    }

    /** Starts before the first line; lines after {@code asOf} will be left out. */
    static RfmTally upTo(Optional<LocalDate> asOf) {
        return new RfmTally(asOf);
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
        customers.computeIfAbsent(line.customer(), unseen -> Purchases.none()).add(line);
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

    /** Returns the customers who bought and whose net value is above zero, sorted by name; recency counts to a day. */
    List<Rfm> rows(LocalDate from) {
        return names().stream()
                .map(name -> row(name.text(), customers.get(name.text()), from))
                .toList();
    }

    private static Rfm row(String name, Purchases bought, LocalDate from) {
        return Rfm.of(name, ChronoUnit.DAYS.between(bought.last(), from), bought.frequency(), bought.net());
    }

    /** Returns how many of these customers have the number of another for a name, written in another way. */
    int alike() {
        List<CustomerName> names = names();
        return (int) IntStream.range(1, names.size())
                .filter(i -> names.get(i).isLike(names.get(i - 1)))
                .count();
    }

    private List<CustomerName> names() {
        return customers.entrySet().stream()
                .filter(customer -> customer.getValue().net().signum() > 0)
                .map(customer -> CustomerName.of(customer.getKey()))
                .sorted()
                .toList();
    }

    /** Returns what became of the lines and the customers. */
    RfmCounts counts() {
        int written = 0;
        int neverBought = 0;
        for (Purchases bought : customers.values()) {
            written += bought.net().signum() > 0 ? 1 : 0;
            neverBought += bought.frequency() == 0 ? 1 : 0;
        }
        return new RfmCounts(
                purchases,
                returns,
                cancelledByOrder,
                worthless,
                withoutCustomer,
                late,
                bad,
                written,
                neverBought,
                customers.size() - written - neverBought);
    }
}
