package segmentation.evaluation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * A sweep over k = 1..kMax on one feature matrix, with what every criterion says about each k.
 *
 * <p>Criteria disagree more often than not, and each is right about what it measures. So each has a vote with a reason,
 * and the recommendation names those that point elsewhere.
 */
public final class KSelection implements Tabular {
    private final KMeansOptions options;
    private final List<KMeansModel> models;
    private final ElbowCurve elbow;
    private final List<Silhouette> profiles;
    private final Map<GapReference, GapStatistic> gaps;
    private final Optional<PredictionStrength> strength;
    private final Map<Criterion, double[]> values;

    private KSelection(KSweep sweep) {
        this.options = sweep.options();
        this.models = sweep.models();
        this.elbow = sweep.elbow();
        this.profiles = sweep.profiles();
        this.gaps = sweep.gaps();
        this.strength = sweep.strength();
        this.values = sweep.values();
    }

    /**
     * Fits k = 1..kMax with equal options and scores each by every criterion.
     *
     * @param options of every fit
     * @throws IllegalArgumentException where kMax is below 2 or fewer than kMax rows differ
     */
    public static KSelection of(FeatureMatrix matrix, KMeansOptions options, int kMax) {
        return of(matrix, options, kMax, EnumSet.allOf(Criterion.class));
    }

    /** Fits and scores by some criteria only: both gaps and the prediction strength take most of the time. */
    public static KSelection of(FeatureMatrix matrix, KMeansOptions options, int kMax, Set<Criterion> criteria) {
        return of(matrix, options, kMax, criteria, stage -> {});
    }

    /** Fits and scores as above, and tells each stage before it begins, such as {@code K-Means, k = 3 of 10}. */
    public static KSelection of(
            FeatureMatrix matrix, KMeansOptions options, int kMax, Set<Criterion> criteria, Consumer<String> stages) {
        if (kMax < 2) {
            throw new IllegalArgumentException("A sweep needs kMax of at least 2, was " + kMax);
        }
        return new KSelection(KSweep.of(matrix, options, kMax, criteria, stages));
    }

    /**
     * Fits and scores k = 1..most, or as far as there are different customers where they are fewer: for a file of which
     * nothing is known.
     *
     * @param most at least 2
     * @throws IllegalArgumentException where most is below 2, or all rows are alike
     */
    public static KSelection upTo(FeatureMatrix matrix, KMeansOptions options, int most) {
        int kMax = matrix.distinctRows(most);
        if (kMax < 2 && most >= 2) {
            List<String> names = matrix.features().stream().map(Feature::name).toList();
            throw new IllegalArgumentException(
                    "All %d customers are alike in %s, so there is nothing to part; take other features"
                            .formatted(matrix.rows(), names));
        }
        return of(matrix, options, kMax);
    }

    /** Returns the largest k of the sweep. */
    public int kMax() {
        return models.size();
    }

    /** Returns the settings of every fit. */
    public KMeansOptions options() {
        return options;
    }

    /**
     * Returns the best model found for this k.
     *
     * @throws IllegalArgumentException where k is not within 1..kMax
     */
    public KMeansModel model(int k) {
        if (k < 1 || k > kMax()) {
            throw new IllegalArgumentException(
                    "k = %d was not tried, only k = 1 to %d; there cannot be more segments than different customers"
                            .formatted(k, kMax()));
        }
        return models.get(k - 1);
    }

    /** Returns the WCSS over k. */
    public ElbowCurve elbow() {
        return elbow;
    }

    /** Returns the silhouette of every customer at k, 2..kMax. */
    public Silhouette profile(int k) {
        return profiles.get(k - 2);
    }

    /** Returns the mean silhouette at k, in [-1, 1]; NaN at k = 1, where it is not defined. */
    public double silhouette(int k) {
        return k == 1 ? Double.NaN : profile(k).mean();
    }

    /** Returns the k with the highest mean silhouette; the smaller k where two are equal. */
    public int bestBySilhouette() {
        return KVotes.best(this, Criterion.SILHOUETTE, this::silhouette);
    }

    /**
     * Returns the k of at least 2 that most criteria point to; of equals the one with the higher mean silhouette. It is
     * the recommended one, unless one group is: then it is the best to go on with all the same.
     */
    public int bestByVotes() {
        return KVotes.division(this);
    }

    /** Returns the criteria that were computed, in their own order. */
    public List<Criterion> criteria() {
        return List.copyOf(EnumSet.copyOf(values.keySet()));
    }

    /** Returns a criterion's value at k, 1..kMax; NaN where it is not defined at that k or was not computed. */
    public double value(Criterion criterion, int k) {
        return values.containsKey(criterion) ? values.get(criterion)[k - 1] : Double.NaN;
    }

    /**
     * Returns the gap statistic with its standard errors.
     *
     * @throws NoSuchElementException where it was not computed
     */
    public GapStatistic gap(GapReference reference) {
        if (!gaps.containsKey(reference)) {
            throw new NoSuchElementException(
                    "The gap against the %s was not computed; name its criterion when making the KSelection"
                            .formatted(reference.label()));
        }
        return gaps.get(reference);
    }

    /**
     * Returns the prediction strength with its standard errors.
     *
     * @throws NoSuchElementException where it was not computed
     */
    public PredictionStrength predictionStrength() {
        return strength.orElseThrow(() -> new NoSuchElementException(
                "The prediction strength was not computed; name its criterion when making the KSelection"));
    }

    /** Returns what each computed criterion says, in the order of {@link #criteria()}. */
    public List<KVote> votes() {
        return criteria().stream().map(criterion -> KVotes.of(this, criterion)).toList();
    }

    /**
     * Returns the k that most criteria point to, with all votes; of equals the one with the higher mean silhouette, and
     * k = 1 only where it has most votes alone.
     */
    public KRecommendation recommendation() {
        List<KVote> votes = votes();
        int best = bestByVotes();
        boolean one = KRecommendation.votesFor(votes, 1) > KRecommendation.votesFor(votes, best);
        return new KRecommendation(one ? 1 : best, votes);
    }

    /** Returns a row for each k: WCSS, its drop from k - 1, and every computed criterion. */
    @Override
    public ResultTable toTable() {
        return KTables.criteria(this);
    }

    /** Returns a row for each criterion: its best k, and why. */
    public ResultTable votesTable() {
        return KTables.votes(votes());
    }
}
