package segmentation.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import segmentation.data.customers.RowIssue;

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
                .map(issue -> "%s: found %s, expected %s".formatted(issue.column(), issue.found(), issue.expected()))
                .collect(Collectors.joining("; "));
    }
}
