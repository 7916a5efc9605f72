package segmentation.rfm;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import segmentation.csv.CsvSource;
import segmentation.data.customers.OnBadRow;
import segmentation.data.customers.RowIssue;
import segmentation.io.DataException;
import segmentation.text.NumberText;

/**
 * What is told of a file of transactions beside its customers. Immutable.
 *
 * @param customerColumn the header of the column of customers, as the file writes it
 * @param asOf the day that recency is counted from
 * @param counts what became of the lines and the customers
 * @param notes what was guessed, a sentence each
 * @param firstBadLine the first line that could not be read; empty where all could
 */
public record RfmSummary(
        String customerColumn, LocalDate asOf, RfmCounts counts, List<String> notes, Optional<RowIssue> firstBadLine) {
    private static final int YEAR = 366;
    private static final int FIRST_FAR_YEAR = 2400;

    /** Copies the list. */
    public RfmSummary {
        notes = List.copyOf(notes);
    }

    /**
     * The last two days of a file whose lines are of a day at all.
     *
     * @param last the last; {@link LocalDate#MIN} where there is none
     * @param beforeLast the one before it, or {@link LocalDate#MIN}
     */
    public record LastDays(LocalDate last, LocalDate beforeLast) implements Serializable {

        /** Before the first line. */
        public static final LastDays NONE = new LastDays(LocalDate.MIN, LocalDate.MIN);

        /** Returns the last days once a line of this day is seen. */
        public LastDays with(LocalDate day) {
            if (day.isAfter(last)) {
                return new LastDays(day, last);
            }
            return day.isBefore(last) && day.isAfter(beforeLast) ? new LastDays(last, day) : this;
        }
    }

    /**
     * Sums up all lines.
     *
     * @param readAs how the file was read, a sentence each
     * @throws DataException where the policy does not suffer a line that cannot be read and there is one, or where no
     *     customer is left
     */
    public static RfmSummary of(
            TransactionFormat format,
            List<String> readAs,
            RfmOptions options,
            RfmCounts counts,
            LastDays days,
            Optional<RowIssue> firstBadLine) {
        firstBadLine.filter(issue -> options.policy() == OnBadRow.STOP).ifPresent(issue -> {
            throw format.bad(issue, counts);
        });
        if (counts.customers() == 0) {
            throw format.nobody(counts);
        }
        List<String> notes = new ArrayList<>(readAs);
        notes.addAll(format.notes());
        farLast(options, days).ifPresent(notes::add);
        if (days.last().getYear() >= FIRST_FAR_YEAR) {
            notes.add(
                    "Dates lie in %d: years such as those of the Buddhist calendar are 543 ahead, and 29 February is no day in most of them; write them as others count."
                            .formatted(days.last().getYear()));
        }
        LocalDate asOf = options.asOf().orElseGet(() -> days.last().plusDays(1));
        return new RfmSummary(format.customerColumn(), asOf, counts, notes, firstBadLine);
    }

    /** Returns how a text is read, a sentence each. */
    public static List<String> readAs(CsvSource rows) {
        List<String> notes = new ArrayList<>();
        String separation = rows.separation().isEmpty() ? "" : ", " + rows.separation();
        notes.add("The file is read as %s%s.".formatted(rows.encoding().name(), separation));
        notes.addAll(rows.notes());
        return notes;
    }

    /** Returns a sentence on a last date that lies more than a year after all others, where recency hangs on it. */
    private static Optional<String> farLast(RfmOptions options, LastDays days) {
        boolean far = options.asOf().isEmpty()
                && !days.beforeLast.equals(LocalDate.MIN)
                && ChronoUnit.DAYS.between(days.beforeLast, days.last) > YEAR;
        return far
                ? Optional.of(
                        "The last date, %s, is more than a year after the one before it, %s; all recency hangs on it, so say the day with --as-of if it is a slip."
                                .formatted(days.last, days.beforeLast))
                : Optional.empty();
    }

    /** Returns the same with a sentence on customers whose name is the number of another's, written in another way. */
    public RfmSummary withAlike(long alike) {
        List<String> more = new ArrayList<>(notes);
        if (alike > 0) {
            more.add("Of the customers, %s differ from another only in the way a number is written; they stay apart."
                    .formatted(NumberText.count(alike)));
        }
        return new RfmSummary(customerColumn, asOf, counts, more, firstBadLine);
    }
}
