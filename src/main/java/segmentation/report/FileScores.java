package segmentation.report;

import java.util.List;
import java.util.stream.IntStream;
import segmentation.analysis.InputRows.DroppedRow;
import segmentation.csv.ListView;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.FeatureRows;
import segmentation.io.DataException;
import segmentation.model.ModelFile;
import segmentation.model.Parallel;
import segmentation.model.Score;

/**
 * What a stored model says of every row of a customer file, those that cannot be scored included.
 *
 * <p>A row without a segment has a note that says why: a feature is missing or no number, the id repeats, or a value lies
 * beyond the limits for outliers.
 */
public final class FileScores {
    private static final int BATCH = 8_192;

    private FileScores() {}

    /**
     * Returns a score for each row of the file, in order.
     *
     * @throws DataException where the file lacks features of the model, naming them all
     */
    public static List<Score> of(CustomerFile file, ModelFile model) {
        return of(file.features(model.columns(), model.id()), model);
    }

    /** Returns a score for each of these rows, in order. */
    public static List<Score> of(FeatureRows rows, ModelFile model) {
        List<List<Score>> batches = Parallel.map(
                (rows.rows() + BATCH - 1) / BATCH,
                batch -> IntStream.range(batch * BATCH, Math.min((batch + 1) * BATCH, rows.rows()))
                        .mapToObj(row -> score(rows, row, model))
                        .toList());
        return ListView.of(rows.rows(), row -> batches.get(row / BATCH).get(row % BATCH));
    }

    private static Score score(FeatureRows rows, int row, ModelFile model) {
        return rows.faults(row).isEmpty()
                ? model.score(rows.row(row))
                : Score.none(DroppedRow.reason(rows.faults(row)));
    }
}
