package segmentation.data.customers;

import java.util.List;
import segmentation.csv.CsvRow;
import segmentation.csv.ListView;
import segmentation.data.dataset.Field;

/**
 * The rows of a file after their validation: the values of those kept, the faults of the others.
 *
 * @param file all rows as written
 * @param kept where in them the rows without a fault stand
 * @param values what the kept rows hold
 * @param tidied how many text cells of the kept rows were padded, or spelled in another case than the descriptor's
 * @param issues every fault of every other row, in file order
 */
public record ValidatedRows(List<CsvRow> file, int[] kept, Columns values, int tidied, List<RowIssue> issues) {

    /** Returns how many rows have a fault. */
    int faulty() {
        return file.size() - kept.length;
    }

    /** Returns the numbers of a field in the kept rows, NaN where missing. */
    public double[] numbers(Field field) {
        return values.numbers(field);
    }

    /** Returns the rows without a fault, as written. */
    List<CsvRow> keptRows() {
        return ListView.of(kept.length, row -> file.get(kept[row]));
    }
}
