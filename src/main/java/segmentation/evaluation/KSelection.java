package segmentation.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.data.Figures;
import segmentation.data.ResultTable;
import segmentation.data.Tabular;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/** A sweep over k = 1..kMax on one feature matrix, with what the criteria say about each k. */
public final class KSelection implements Tabular {
    private final KMeansOptions options;
    private final List<KMeansModel> models;
    private final ElbowCurve elbow;
    private final double[] silhouettes;

    private KSelection(KMeansOptions options, List<KMeansModel> models, ElbowCurve elbow, double[] silhouettes) {
        this.options = options;
        this.models = models;
        this.elbow = elbow;
        this.silhouettes = silhouettes;
    }

    /**
     * Fits k = 1..kMax with equal options and scores each.
     *
     * @param options restarts, iterations and seed of every fit; its own k is not used
     * @throws IllegalArgumentException where kMax is below 2 or fewer than kMax rows differ
     */
    public static KSelection of(FeatureMatrix matrix, KMeansOptions options, int kMax) {
        if (kMax < 2) {
            throw new IllegalArgumentException("A sweep needs kMax of at least 2, was " + kMax);
        }
        List<KMeansModel> models = IntStream.rangeClosed(1, kMax)
                .mapToObj(k -> KMeans.fit(matrix, options.withK(k)))
                .toList();
        double[] silhouettes = models.stream()
                .skip(1)
                .mapToDouble(model -> Silhouette.of(matrix, model.labels()).mean())
                .toArray();
        return new KSelection(options, models, ElbowCurve.of(models), silhouettes);
    }

    /** Returns the largest k of the sweep. */
    public int kMax() {
        return models.size();
    }

    /** Returns the settings of every fit but its k. */
    public KMeansOptions options() {
        return options;
    }

    /** Returns the best model found for this k, 1..kMax. */
    public KMeansModel model(int k) {
        return models.get(k - 1);
    }

    /** Returns the WCSS over k. */
    public ElbowCurve elbow() {
        return elbow;
    }

    /** Returns the mean silhouette at k, in [-1, 1]; NaN at k = 1, where it is not defined. */
    public double silhouette(int k) {
        return k == 1 ? Double.NaN : silhouettes[k - 2];
    }

    /** Returns the k with the highest mean silhouette; the smaller k where two are equal. */
    public int bestBySilhouette() {
        return IntStream.rangeClosed(2, kMax())
                .boxed()
                .max(Comparator.<Integer>comparingDouble(this::silhouette).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Returns a row for each k: WCSS, the share of the k = 1 WCSS that is left, Kneedle's distance, silhouette. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("Criteria for k = 1 to " + kMax())
                .figures("k", "WCSS", "share of total", "drop from k − 1", "distance to diagonal", "mean silhouette");
        for (int k = 1; k <= kMax(); k++) {
            table.row(
                    Integer.toString(k),
                    Figures.within(elbow.wcss(1), elbow.wcss(k)),
                    Figures.percent(elbow.wcss(k) / elbow.wcss(1)),
                    k == 1 ? "" : Figures.percent(1 - elbow.wcss(k) / elbow.wcss(k - 1)),
                    Figures.fixed(elbow.distance(k), 3),
                    k == 1 ? "" : Figures.fixed(silhouette(k), 3));
        }
        return table.build();
    }
}
