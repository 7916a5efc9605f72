package segmentation.report;

import java.util.Arrays;
import java.util.List;
import segmentation.data.CustomerFile;
import segmentation.data.CustomerTable;
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
        DroppedRow.of(customers.quality().issues())
                .forEach(row -> scores[Arrays.binarySearch(lines, row.line())] = Score.none(row.reason()));
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
}
