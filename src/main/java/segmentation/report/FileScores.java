package segmentation.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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

    /**
     * The scores of some rows, packed: a million would be mostly overhead.
     *
     * @param segments 0 for none
     * @param notes by row of these, where there is something to note
     */
    private record Batch(int[] segments, double[] distances, Map<Integer, String> notes) {

        static Batch of(List<Score> scores) {
            Map<Integer, String> notes = new HashMap<>();
            for (int i = 0; i < scores.size(); i++) {
                if (!scores.get(i).note().isEmpty()) {
                    notes.put(i, scores.get(i).note());
                }
            }
            return new Batch(
                    scores.stream().mapToInt(score -> score.segment().orElse(0)).toArray(),
                    scores.stream().mapToDouble(Score::distance).toArray(),
                    notes);
        }

        Score at(int i, List<String> names) {
            String note = notes.isEmpty() ? "" : notes.getOrDefault(i, "");
            return segments[i] == 0
                    ? Score.none(note)
                    : new Score(OptionalInt.of(segments[i]), names.get(segments[i] - 1), distances[i], note);
        }
    }

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
        List<String> names = model.names();
        List<Batch> batches = Parallel.map(
                (rows.rows() + BATCH - 1) / BATCH,
                batch -> Batch.of(scores(rows, batch * BATCH, Math.min((batch + 1) * BATCH, rows.rows()), model)));
        return ListView.of(rows.rows(), row -> batches.get(row / BATCH).at(row % BATCH, names));
    }

    private static List<Score> scores(FeatureRows rows, int from, int to, ModelFile model) {
        boolean faultless =
                IntStream.range(from, to).allMatch(row -> rows.faults(row).isEmpty());
        return faultless
                ? model.scores(IntStream.range(from, to).mapToObj(rows::row).toList())
                : IntStream.range(from, to)
                        .mapToObj(row -> score(rows, row, model))
                        .toList();
    }

    private static Score score(FeatureRows rows, int row, ModelFile model) {
        return rows.faults(row).isEmpty()
                ? model.score(rows.row(row))
                : Score.none(DroppedRow.reason(rows.faults(row)));
    }
}
