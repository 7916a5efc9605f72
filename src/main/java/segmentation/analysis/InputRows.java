package segmentation.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import segmentation.data.customers.RowIssue;

/**
 * What became of the rows of a customer file.
 *
 * @param file the file's name, without its folder
 * @param rows all rows below the header that hold more than blanks
 * @param dropped those that were not segmented, in file order
 * @param unlisted how many more were not segmented, where they are too many to be listed
 */
public record InputRows(String file, int rows, List<DroppedRow> dropped, int unlisted) {

    /** Copies the list; throws {@link IllegalArgumentException} where no row is left. */
    public InputRows {
        dropped = List.copyOf(dropped);
        if (dropped.size() + unlisted >= rows) {
            throw new IllegalArgumentException("Of %d rows %d cannot be left out; one at least is segmented"
                    .formatted(rows, dropped.size() + unlisted));
        }
    }

    /** Lists all rows that were not segmented. */
    public InputRows(String file, int rows, List<DroppedRow> dropped) {
        this(file, rows, dropped, 0);
    }

    /** Returns as many rows as were used and dropped. */
    static InputRows of(String file, int used, List<DroppedRow> dropped) {
        return new InputRows(file, used + dropped.size(), dropped);
    }

    /** Returns the number of rows that were segmented. */
    public int used() {
        return rows - leftOut();
    }

    /** Returns the number of rows that were not segmented, listed or not. */
    public int leftOut() {
        return dropped.size() + unlisted;
    }

    /**
     * A row of a customer file that was not segmented.
     *
     * @param line physical line of the file on which it starts, counted from 1
     * @param reason why, for people, such as {@code Income: found an empty cell, expected a number}
     */
    public record DroppedRow(int line, String reason) {

        /** Returns the rows that have faults, in file order, with all faults of a row in one reason. */
        public static List<DroppedRow> of(List<RowIssue> issues) {
            Map<Integer, List<RowIssue>> byLine =
                    issues.stream().collect(Collectors.groupingBy(RowIssue::line, TreeMap::new, Collectors.toList()));
            return byLine.entrySet().stream()
                    .map(row -> new DroppedRow(row.getKey(), reason(row.getValue())))
                    .toList();
        }

        /** Returns the faults of one row as a reason. */
        public static String reason(List<RowIssue> issues) {
            return issues.stream()
                    .map(issue ->
                            "%s: found %s, expected %s".formatted(issue.column(), issue.found(), issue.expected()))
                    .collect(Collectors.joining("; "));
        }
    }
}
