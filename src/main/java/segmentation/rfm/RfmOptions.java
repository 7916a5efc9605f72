package segmentation.rfm;

import java.time.LocalDate;
import java.util.Optional;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.OnBadRow;

/**
 * How a file of transactions is to be read. Immutable.
 *
 * @param asOf day that recency is counted from, and the last whose lines count; empty for the day after the last date
 *     in the file
 * @param policy what to do with a line that cannot be read
 * @param reading what is known of the way the file is written
 */
public record RfmOptions(Optional<LocalDate> asOf, OnBadRow policy, ReadingOptions reading) {

    /** Returns the options of somebody who knows nothing of the file, and wants to hear of every bad line. */
    public static RfmOptions usual() {
        return new RfmOptions(Optional.empty(), OnBadRow.STOP, ReadingOptions.guessed());
    }

    /** Sets the day that recency is counted from. */
    public RfmOptions withAsOf(LocalDate day) {
        return new RfmOptions(Optional.of(day), policy, reading);
    }

    /** Sets what to do with a line that cannot be read. */
    public RfmOptions with(OnBadRow onBadLine) {
        return new RfmOptions(asOf, onBadLine, reading);
    }

    /** Sets what is known of the way the file is written. */
    public RfmOptions with(ReadingOptions known) {
        return new RfmOptions(asOf, policy, known);
    }
}
