package segmentation.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segmentation.data.CustomerFile;
import segmentation.data.CustomerTable;
import segmentation.data.RowIssue;
import segmentation.model.ModelFile;
import segmentation.model.Score;

/**
 * What a stored model says of every row of a customer file, those that cannot be scored included.
 *
 * <p>A row without a segment has a note that says why: a feature is missing or no number, the id repeats, or a value lies
 * beyond the limits for outliers.
 */
public final class FileScores {
    private FileScores() {}

    /**
     * Returns a score for each row of the file, in order.
     *
     * @param customers the rows of the file that have all features of the model
     */
    public static List<Score> of(CustomerFile file, CustomerTable customers, ModelFile model) {
        Score[] scores = new Score[file.rows()];
        int[] lines = file.lines();
        reasons(customers.quality().issues())
                .forEach((line, why) -> scores[Arrays.binarySearch(lines, line)] = Score.none(why));
        List<double[]> columns =
                model.columns().stream().map(customers::numbers).toList();
        int[] usable = customers.lines();
        for (int i = 0; i < usable.length; i++) {
            int row = i;
            scores[Arrays.binarySearch(lines, usable[i])] = model.score(
                    columns.stream().mapToDouble(column -> column[row]).toArray());
        }
        return Arrays.asList(scores);
    }

    /** Returns for each line with faults what they are, in words, such as {@code Income: found "lots", expected a number}. */
    public static Map<Integer, String> reasons(List<RowIssue> issues) {
        Map<Integer, String> reasons = new LinkedHashMap<>();
        issues.forEach(issue -> reasons.merge(
                issue.line(),
                "%s: found %s, expected %s".formatted(issue.column(), issue.found(), issue.expected()),
                (one, other) -> one + "; " + other));
        return reasons;
    }
}
