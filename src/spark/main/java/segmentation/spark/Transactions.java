package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.jspecify.annotations.Nullable;
import segmentation.csv.CsvRow;
import segmentation.io.DataException;
import segmentation.rfm.TransactionFormat;

/** The lines of an input of transactions, wherever its parts lie. */
interface Transactions {

    /** Returns what is asked of them. */
    TransactionsAsked asked();

    /** Returns how they are read, a sentence each, of which so many were left out. */
    List<String> readAs(int leftOut);

    /** Returns how many parts there are. */
    int parts();

    /** Returns what sentences call a part. */
    String name(int part);

    /** Returns what the slices of the parts show, in order. */
    List<Learned> learned();

    /** Returns the lines below the headers, numbered as in their parts. */
    JavaRDD<Line> lines();

    /** Returns the lines that meet the conditions, which {@link #learned} has found that all can tell. */
    default JavaRDD<Line> wanted() {
        Conditions conditions = asked().conditions();
        return lines().filter(line -> conditions.areMet(line.row(), ""));
    }

    /** A line of a part. */
    record Line(int part, int number, String[] cells) implements Serializable {
        CsvRow row() {
            return new CsvRow(number, List.of(cells));
        }
    }

    /**
     * What a slice of a part shows.
     *
     * @param from where it begins in its part
     * @param lines how many lines ended in it, of text
     * @param leftOut how many rows did not meet the conditions
     * @param fault what stopped it from being read; null where nothing did
     */
    record Learned(
            int part,
            long from,
            int lines,
            int leftOut,
            TransactionFormat.Learned shown,
            @Nullable DataException fault) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
