package segmentation.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * A sweep over k = 1..kMax on one feature matrix, with what every criterion says about each k.
 *
 * <p>Criteria disagree more often than not, and each is right about what it measures. So each has a vote with a reason,
 * and the recommendation names those that point elsewhere.
 */
public final class KSelection implements Tabular {
    /** Nobody wants more pieces of what has no groups. */
    static final int MOST_PIECES = 4;

    /** Up to so many customers several k are fitted at a time. */
    private static final int SIDE_BY_SIDE = 20_000;

    private final KMeansOptions options;
    private final List<KMeansModel> models;
    private final ElbowCurve elbow;
    private final List<Silhouette> profiles;
    private final Map<GapReference, GapStatistic> gaps;
    private final Optional<PredictionStrength> strength;
    private final Map<Criterion, double[]> values;

    /** Fits and scores; tells each stage before it begins. */
    private KSelection(
            FeatureMatrix matrix, KMeansOptions options, int kMax, Set<Criterion> criteria, Consumer<String> stages) {
        this.options = options;
        this.models = models(matrix, options, kMax, stages);
        this.elbow = ElbowCurve.of(models);
        stages.accept("silhouette, k = 2 to " + kMax);
        this.profiles = Silhouette.ofEach(
                matrix,
                models.stream().skip(1).map(KMeansModel::labels).toList(),
                Silhouette.EXACT_LIMIT,
                options.seed());
        this.gaps = new EnumMap<>(GapReference.class);
        for (GapReference reference : GapReference.values()) {
            if (criteria.contains(criterion(reference))) {
                stages.accept("gap statistic, " + reference.label());
                gaps.put(reference, GapStatistic.of(matrix, models, options, reference));
            }
        }
        this.strength = criteria.contains(Criterion.PREDICTION_STRENGTH)
                ? Optional.of(strength(matrix, options, kMax, stages))
                : Optional.empty();
        this.values = new EnumMap<>(Criterion.class);
        criteria.forEach(criterion -> values.put(criterion, values(criterion, matrix)));
    }

    /**
     * Fits each k. A fit of few customers has rounds of tasks that are over in a moment, at whose ends a core would wait for the
     * other: so several k are fitted at a time. Of many customers one fit keeps all cores busy, and takes the memory.
     */
    private static List<KMeansModel> models(
            FeatureMatrix matrix, KMeansOptions options, int kMax, Consumer<String> stages) {
        Begun begun = new Begun(kMax, stages);
        IntFunction<KMeansModel> fit = k -> {
            begun.another();
            return KMeans.fit(matrix, k, options);
        };
        // Who hears of stages would take the fits that have ended for parts of the last one.
        return matrix.rows() > SIDE_BY_SIDE
                ? IntStream.rangeClosed(1, kMax).mapToObj(fit).toList()
                : Parallel.heardBy((ended, count) -> {}, () -> Parallel.map(kMax, number -> fit.apply(number + 1)));
    }

    /** Tells of each k as it is begun, in order and by one thread at a time. */
    private static final class Begun {
        private final int kMax;
        private final Consumer<String> stages;
        private int k;

        private Begun(int kMax, Consumer<String> stages) {
            this.kMax = kMax;
            this.stages = stages;
        }

        private synchronized void another() {
            k++;
            stages.accept("K-Means, k = %d of %d".formatted(k, kMax));
        }
    }

    private static Criterion criterion(GapReference reference) {
        return reference == GapReference.UNIFORM_BOX ? Criterion.GAP_UNIFORM : Criterion.GAP_PCA;
    }

    private static PredictionStrength strength(
            FeatureMatrix matrix, KMeansOptions options, int kMax, Consumer<String> stages) {
        stages.accept("prediction strength");
        return PredictionStrength.of(matrix, options, kMax);
    }

    private double[] values(Criterion criterion, FeatureMatrix matrix) {
        return switch (criterion) {
            case ELBOW -> from(1, elbow::distance);
            case SILHOUETTE -> from(2, k -> profiles.get(k - 2).mean());
            case CALINSKI_HARABASZ -> from(2, matrix, CalinskiHarabasz::of);
            case DAVIES_BOULDIN -> from(2, matrix, DaviesBouldin::of);
            case GAP_UNIFORM -> from(1, gap(GapReference.UNIFORM_BOX)::gap);
            case GAP_PCA -> from(1, gap(GapReference.PCA_BOX)::gap);
            case BIC -> from(1, matrix, BayesianInformation::of);
            case PREDICTION_STRENGTH -> from(1, strength.orElseThrow()::strength);
        };
    }

    private double[] from(int leastK, FeatureMatrix matrix, ToDoubleBiFunction<FeatureMatrix, int[]> criterion) {
        return from(
                leastK, k -> criterion.applyAsDouble(matrix, models.get(k - 1).labels()));
    }

    private double[] from(int leastK, IntToDoubleFunction value) {
        double[] values = new double[models.size()];
        Arrays.setAll(values, at -> at + 1 < leastK ? Double.NaN : value.applyAsDouble(at + 1));
        return values;
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

    /**
     * Fits and scores as above, and tells each stage before it begins, such as {@code K-Means, k = 3 of 10}; from any thread, but
     * from one at a time.
     */
    public static KSelection of(
            FeatureMatrix matrix, KMeansOptions options, int kMax, Set<Criterion> criteria, Consumer<String> stages) {
        if (kMax < 2) {
            throw new IllegalArgumentException("A sweep needs kMax of at least 2, was " + kMax);
        }
        return new KSelection(matrix, options, kMax, criteria, stages);
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
        return KVote.best(Criterion.SILHOUETTE, kMax(), this::silhouette);
    }

    /**
     * Returns the k of at least 2 to go on with: the one that most voices are for, of equals the one with the higher mean
     * silhouette, then the smaller. Where more voices are for one group, or none for any division, it is a convenient cut:
     * the smallest k whose prediction strength reaches its threshold, else of 2 to 4 the k with the highest mean silhouette.
     * {@link KChoice} weighs verdicts, too.
     */
    public int bestByVotes() {
        List<KVote> votes = votes();
        int most = mostVoices(votes);
        double voices = KRecommendation.voicesFor(votes, most);
        return voices > 0 && voices >= KRecommendation.voicesFor(votes, 1) ? most : convenient();
    }

    private int mostVoices(List<KVote> votes) {
        return IntStream.rangeClosed(2, kMax())
                .boxed()
                .max(Comparator.<Integer>comparingDouble(k -> KRecommendation.voicesFor(votes, k))
                        .thenComparing(this::silhouette)
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private int convenient() {
        return smallestStable().orElseGet(this::fewPieces);
    }

    /** Returns of 2 to {@value #MOST_PIECES} the k with the highest mean silhouette. */
    int fewPieces() {
        return KVote.best(Criterion.SILHOUETTE, Math.min(MOST_PIECES, kMax()), this::silhouette);
    }

    /** Says whether the prediction strength at k reaches its threshold within a standard error; no where it was not computed. */
    boolean isForetold(int k) {
        return strength.filter(known -> known.strength(k) + known.standardError(k) >= PredictionStrength.THRESHOLD)
                .isPresent();
    }

    /** Returns the smallest k from 2 whose prediction strength reaches its threshold; empty where none does or it was not computed. */
    public OptionalInt smallestStable() {
        return strength.map(PredictionStrength::smallest).orElse(OptionalInt.empty());
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
        return criteria().stream().map(this::vote).toList();
    }

    private KVote vote(Criterion criterion) {
        return switch (criterion) {
            case ELBOW -> KVote.elbow(elbow);
            case GAP_UNIFORM -> KVote.gap(criterion, gap(GapReference.UNIFORM_BOX));
            case GAP_PCA -> KVote.gap(criterion, gap(GapReference.PCA_BOX));
            case PREDICTION_STRENGTH -> KVote.predictionStrength(predictionStrength());
            case SILHOUETTE, CALINSKI_HARABASZ, DAVIES_BOULDIN, BIC ->
                KVote.extreme(criterion, kMax(), k -> value(criterion, k));
        };
    }

    /**
     * Returns the k that most voices are for, with all votes; of equals the one with the higher mean silhouette, and k = 1
     * where it has most alone, or where no voice is for any division.
     */
    public KRecommendation recommendation() {
        List<KVote> votes = votes();
        int most = mostVoices(votes);
        double voices = KRecommendation.voicesFor(votes, most);
        boolean one = voices == 0 || KRecommendation.voicesFor(votes, 1) > voices;
        return new KRecommendation(one ? 1 : most, votes);
    }

    /** Returns a row for each k: WCSS, its drop from k - 1, and every computed criterion. */
    @Override
    public ResultTable toTable() {
        List<String> columns = new ArrayList<>(List.of("k", "WCSS", "drop from k − 1"));
        criteria().forEach(criterion -> columns.add(criterion.shortLabel()));
        ResultTable.Builder table = ResultTable.titled("Criteria for k = 1 to %d%s".formatted(kMax(), abbreviations()))
                .figures(columns.toArray(String[]::new));
        for (int k = 1; k <= kMax(); k++) {
            table.row(row(k));
        }
        return table.build();
    }

    private String abbreviations() {
        String spelled = Stream.of(Criterion.CALINSKI_HARABASZ, Criterion.DAVIES_BOULDIN, Criterion.PREDICTION_STRENGTH)
                .filter(criteria()::contains)
                .map(criterion -> criterion.shortLabel() + " is " + criterion.label())
                .collect(Collectors.joining(", "));
        return spelled.isEmpty() ? "" : "; " + spelled;
    }

    private List<String> row(int k) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(k));
        row.add(NumberText.within(elbow.wcss(1), elbow.wcss(k)));
        row.add(k == 1 ? "" : NumberText.percent(1 - elbow.wcss(k) / elbow.wcss(k - 1)));
        for (Criterion criterion : criteria()) {
            double value = value(criterion, k);
            row.add(Double.isNaN(value) ? "" : criterion.written(value));
        }
        return row;
    }

    /** Returns a row for each k, to sort, join and plot: WCSS and every computed criterion, missing where not defined. */
    public Table table() {
        int[] ks = IntStream.rangeClosed(1, kMax()).toArray();
        Table table = Table.create(
                "criteria",
                IntColumn.create("k", ks),
                DoubleColumn.create("WCSS", Arrays.stream(ks).mapToDouble(elbow::wcss)));
        criteria()
                .forEach(criterion ->
                        table.addColumns(DoubleColumn.create(criterion.shortLabel(), values.get(criterion))));
        return table;
    }

    /** Returns a row for each criterion: its best k, and why. */
    public ResultTable votesTable() {
        ResultTable.Builder table = ResultTable.titled("What each criterion says about k")
                .text("criterion")
                .figures("best k")
                .text("why");
        for (KVote vote : votes()) {
            String k = vote.k().isPresent() ? Integer.toString(vote.k().getAsInt()) : "none";
            table.row(vote.criterion().label(), k, vote.reason());
        }
        return table.build();
    }
}
