package segmentation.data.customers;

import java.util.List;
import segmentation.csv.CsvRow;

/**
 * What the check of a row found.
 *
 * @param tidied how many of its text cells were padded, or spelled in another case than the descriptor's
 * @param issues its faults; empty where the row can be kept
 */
public record CheckedRow(int tidied, List<RowIssue> issues) {

    /** Returns what is found in a row that had more or fewer cells than the header. */
    public static CheckedRow ragged(CsvRow row, List<String> header, int found) {
        String column = Header.label(header, Math.min(found, header.size()));
        RowIssue issue = new RowIssue(row.line(), column, count(found), count(header.size()) + " as in the header");
        return new CheckedRow(0, List.of(issue));
    }

    /** Says whether the row has no fault. */
    boolean isGood() {
        return issues.isEmpty();
    }

    private static String count(int cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }
}
