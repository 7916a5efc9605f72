package segmentation.data.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segmentation.csv.CsvRow;
import segmentation.csv.ListView;
import segmentation.csv.TextGrid;
import segmentation.csv.TextGridBuilder;

/**
 * The rows of a file after the check: the values of those kept, the faults of the others.
 *
 * @param file all rows as written
 * @param kept where in them the rows without a fault stand
 * @param values one value a field, in the kept rows
 * @param tidied how many text cells of the kept rows were set right
 * @param issues every fault of every other row, in file order
 * @param faulty how many those rows are
 */
public record CheckedRows(
        List<CsvRow> file, int[] kept, TextGrid values, int tidied, List<RowIssue> issues, int faulty) {

    /** Checks row after row. */
    public static CheckedRows of(List<CsvRow> file, int fields, RowCheck check) {
        TextGridBuilder values = TextGrid.builder(fields);
        int[] kept = new int[file.size()];
        List<RowIssue> issues = new ArrayList<>();
        int tidied = 0;
        int at = 0;
        for (CsvRow written : file) {
            CheckedRow row = check.check(at, written, values);
            issues.addAll(row.issues());
            if (row.isGood()) {
                kept[values.rows()] = at;
                values.endRow();
                tidied += row.tidied();
            } else {
                values.dropRow();
            }
            at++;
        }
        int[] trimmed = Arrays.copyOf(kept, values.rows());
        return new CheckedRows(file, trimmed, values.build(), tidied, List.copyOf(issues), at - trimmed.length);
    }

    /** Returns the rows without a fault, as written. */
    List<CsvRow> keptRows() {
        return ListView.of(kept.length, row -> file.get(kept[row]));
    }
}
