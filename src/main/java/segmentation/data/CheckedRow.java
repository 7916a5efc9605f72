package segmentation.data;

import java.util.List;

/**
 * A row with what is wrong with it.
 *
 * @param row the row as written
 * @param values one value a field of the dataset, each written the one way; empty where it is missing or faulty, none
 *     at all in a row that is ragged
 * @param tidied how many of its text cells were padded, or spelled in another case than the descriptor's
 * @param issues its faults; empty where the row can be kept
 */
record CheckedRow(CsvRow row, List<String> values, int tidied, List<RowIssue> issues) {

    /** Says whether the row has no fault. */
    boolean isGood() {
        return issues.isEmpty();
    }
}
