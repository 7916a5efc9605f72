package segmentation.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import segmentation.analysis.PreparedCustomers.ColumnComparison;
import segmentation.analysis.PreparedCustomers.OtherChoices;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.Deferred;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.KChoice;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Sensitivity;
import segmentation.evaluation.Silhouette;
import segmentation.evaluation.SweptGroups;
import segmentation.features.ScalingMethod;
import segmentation.model.FittedModel;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.ModelFile;
import segmentation.model.Parallel;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentProfiles;
import segmentation.profile.SegmentRules;
import segmentation.profile.SegmentTraits;
import tech.tablesaw.api.Table;

/**
 * The segments of customers as one value: what was asked for, and all that follows from it.
 *
 * <pre>{@code
 * Segmentation s = Segmentation.of(customers).features("Income", "MntWines").log("MntWines").kUpTo(10);
 * s.profiles();
 * }</pre>
 *
 * <p>Immutable: each setting returns a new segmentation. A result is computed when it is asked for the first time and kept; equal
 * settings and customers give equal results on any number of threads. {@link #plan} says what is worth its time: {@link
 * #fit} computes and {@link #evidence} tells that much; asked for by name, all is computed.
 */
public final class Segmentation {
    private final CustomerSource source;
    private final SegmentationSettings asked;
    private final SegmentationListener listener;
    private final Optional<Segmentation> kin;
    private final ModelsByK models;
    private final Deferred<PreparedCustomers> prepared = Deferred.of(this::prepare);
    private final Deferred<SegmentationPlan> plan = Deferred.of(this::makePlan);
    private final Deferred<SweptGroups> groups = Deferred.of(this::judged);
    private final Deferred<KChoice> choice = Deferred.of(this::choose);
    private final Deferred<Optional<AllCustomers>> all =
            Deferred.of(() -> prepared().clustered(this::byK, options()));
    private final Deferred<KMeansModel> model = Deferred.of(this::fitModel);
    private final Deferred<Silhouette> silhouette = Deferred.of(this::scoreModel);
    private final Deferred<SegmentProfiles> profiles = Deferred.of(this::profile);
    private final Deferred<Sensitivity> sensitivity = ofModel(
            "other choices", fit -> groups.get().tryOtherFits(OtherChoices.of(prepared(), fit, options()), k()));
    private final Deferred<Contrasts> contrasts =
            ofModel("contrasts", fit -> columns().contrasts(fit.labels()));
    private final Deferred<SegmentRules> rules = ofModel(
            "rules",
            fit -> SegmentRules.of(prepared().raw(), fit.labels(), profiles().names()));
    private final Deferred<SegmentTraits> traits =
            ofModel("traits", fit -> columns().traits(fit.labels()));
    private final Deferred<Optional<CategoryContrast>> categoryContrast = Deferred.of(this::contrastCategories);

    private Segmentation(
            CustomerSource source,
            SegmentationSettings asked,
            SegmentationListener listener,
            Optional<Segmentation> kin) {
        this.source = source;
        this.asked = asked;
        this.listener = listener;
        this.kin = kin;
        this.models = new ModelsByK(() -> prepared().matrix(), this::plan, listener, kin.map(other -> other.models));
    }

    /** Returns the segmentation of a file; columns are named as {@link CustomerFile#column} takes them. */
    public static Segmentation of(CustomerFile file) {
        return of(new CustomerSource.OfFile(file));
    }

    /** Returns the segmentation of a table's customers, by all its columns of numbers but the id. */
    public static Segmentation of(CustomerTable customers) {
        return of(new CustomerSource.OfTable(customers));
    }

    /** Returns the segmentation of a Tablesaw table's rows, as {@link CustomerTable#of(Table)} describes its columns. */
    public static Segmentation of(Table customers) {
        return of(CustomerTable.of(customers));
    }

    /** Returns the segmentation of rows of numbers under as many different names, such as {@code Income (k$)} with its unit. */
    public static Segmentation of(double[][] rows, String... names) {
        return of(CustomerSource.table(rows, names));
    }

    private static Segmentation of(CustomerSource source) {
        return new Segmentation(source, new SegmentationSettings(), SegmentationListener.NOBODY, Optional.empty());
    }

    /** Returns the segmentation by these columns alone; none for all that can be used. */
    public Segmentation features(String... columns) {
        return features(List.of(columns));
    }

    /** Returns the segmentation by these columns alone; none for all that can be used. */
    public Segmentation features(List<String> columns) {
        return with(settings -> settings.features = source.columns(columns));
    }

    /** Returns the segmentation of a file without rows that repeat an earlier value of this column; blank for none. */
    public Segmentation id(String column) {
        return with(settings -> settings.id = column.isBlank() ? Optional.empty() : Optional.of(source.column(column)));
    }

    /** Returns the segmentation that takes the logarithm of 1 + x of these features before scaling. */
    public Segmentation log(String... columns) {
        return log(List.of(columns));
    }

    /** Returns the segmentation that takes the logarithm of 1 + x of these features before scaling. */
    public Segmentation log(List<String> columns) {
        return with(settings -> settings.logged = source.columns(columns));
    }

    /** Returns the segmentation by columns of categories too, {@code weight} apart in squared distance when scaled. */
    public Segmentation categorical(double weight, List<String> columns) {
        return with(settings -> settings.setCategorical(weight, source.columns(columns)));
    }

    /** Returns the segmentation in which features count so often in squared distances when scaled; others count once. */
    public Segmentation weights(Map<String, Double> counts) {
        return with(settings -> settings.setWeights(source.byColumn(counts)));
    }

    /** Returns what the columns of categories change, where it segments by some. */
    public Optional<CategoryContrast> categoryContrast() {
        return categoryContrast.get();
    }

    private Optional<CategoryContrast> contrastCategories() {
        return CategoryContrast.of(asked.categorical, model(), categorical(1, List.of())::prepared, options());
    }

    /** Returns the segmentation of features scaled in this way, else by z-scores. */
    public Segmentation scaled(ScalingMethod method) {
        return with(settings -> settings.scaling = method);
    }

    /** Returns the segmentation without customers more interquartile ranges beyond the quartiles than this, from 0 up. */
    public Segmentation withoutOutliers(double factor) {
        return with(settings -> settings.setOutlierFactor(factor));
    }

    /** Returns the segmentation into so many segments, at least 2, whatever criteria say; 0 for what they say. */
    public Segmentation k(int segments) {
        return near(settings -> settings.setK(segments));
    }

    /** Returns the segmentation for which k up to this are tried, else {@value SegmentationPlan#K_UP_TO}; at least 2. */
    public Segmentation kUpTo(int most) {
        return with(settings -> settings.setKUpTo(most));
    }

    /** Returns the segmentation whose every fit is the best of so many starts, at least 1. */
    public Segmentation restarts(int starts) {
        return with(settings -> settings.setRestarts(starts));
    }

    /** Returns the segmentation whose random choices all follow from this seed. */
    public Segmentation seed(long seed) {
        return with(settings -> settings.seed = seed);
    }

    /** Returns the segmentation with numbers and colours of an earlier one, see {@link KMeansModel#numberedLike}. */
    public Segmentation numberedLike(int[] labels) {
        return near(settings -> settings.numbers = Optional.of(labels.clone()));
    }

    /** Returns the segmentation of all customers that the rows stand for; only what needs every row is of the rows alone. */
    public Segmentation standingFor(Population customers) {
        return with(settings -> settings.population = Optional.of(customers));
    }

    /** Returns the segmentation whose plan leaves these parts out. */
    public Segmentation skip(CostlyPart... parts) {
        return with(settings -> settings.skipped.addAll(Arrays.asList(parts)));
    }

    /** Returns the segmentation whose plan has these parts for any number of customers, unless they are skipped. */
    public Segmentation with(CostlyPart... parts) {
        return with(settings -> settings.wanted.addAll(Arrays.asList(parts)));
    }

    /** Returns the segmentation that tells a listener how far it has got. */
    public Segmentation heardBy(SegmentationListener other) {
        return new Segmentation(source, asked, other, Optional.empty());
    }

    /** Computes all that the plan has, and returns this. */
    public Segmentation fit() {
        models.sweepFirst();
        silhouette();
        profiles();
        evidence();
        plannedSensitivity();
        return this;
    }

    /** Returns the customers as they are clustered, and those that are left out. */
    public PreparedCustomers prepared() {
        return prepared.get();
    }

    /** Returns how much is computed of so many customers. */
    public SegmentationPlan plan() {
        return plan.get();
    }

    /** Returns what became of every row. */
    public InputRows rows() {
        return prepared().rows(source.name());
    }

    /** Returns the file that the customers come from, where nobody has described it. */
    public Optional<CustomerFile> file() {
        return source.file();
    }

    /** Returns the sweep over k with what every criterion of the plan says. */
    public KSelection selection() {
        return models.selection();
    }

    /** Returns how k is chosen where none is given: by votes, and by verdicts where the plan computes them. */
    public KChoice choice() {
        return choice.get();
    }

    /** Returns the model of the k that was given, or of the {@link #choice}. */
    public KMeansModel model() {
        return model.get();
    }

    /** Returns the settings of the model's fit. */
    public KMeansOptions options() {
        return plan().options();
    }

    /** Returns the number of segments. */
    public int k() {
        return plan().k().orElseGet(() -> choice().k());
    }

    /** Returns how well each customer sits in its segment. */
    public Silhouette silhouette() {
        return silhouette.get();
    }

    /** Returns the segments in original units, with their names. */
    public SegmentProfiles profiles() {
        return profiles.get();
    }

    /** Returns whether the segments come back in resamples. */
    public ClusterStability stability() {
        return Parallel.heardBy(listener, () -> groups.get().stability(k()));
    }

    /** Returns whether data without groups does as well; empty where fewer than two features vary. */
    public Optional<NullComparison> comparison() {
        return Parallel.heardBy(listener, () -> groups.get().comparison(k()));
    }

    /** Returns whether there are groups at all; empty where fewer than two features vary, so that nothing can tell. */
    public Optional<GroupVerdict> verdict() {
        return Parallel.heardBy(listener, () -> groups.get().verdict(k()));
    }

    /** Returns what the plan computes of whether the groups are real; it says what was not computed. */
    public Evidence evidence() {
        return Evidence.of(plan(), this::stability, this::comparison);
    }

    /** Returns what is left of the segments where somebody works otherwise. */
    public Sensitivity sensitivity() {
        return sensitivity.get();
    }

    /** Returns what {@link #fit} computes of other choices: all up to {@value SegmentationPlan#ALL_UP_TO} customers, else nothing. */
    public Optional<Sensitivity> plannedSensitivity() {
        return prepared().matrix().rows() <= SegmentationPlan.ALL_UP_TO ? Optional.of(sensitivity()) : Optional.empty();
    }

    /** Returns how segments differ in the features and in what else is known, the features first. */
    public Contrasts contrasts() {
        return contrasts.get();
    }

    /** Returns the segments as a few rules on the features. */
    public SegmentRules rules() {
        return rules.get();
    }

    /** Returns up to {@value ColumnComparison#MOST_TRAITS} columns beside the features by segment; the features where there is no other. */
    public SegmentTraits traits() {
        return traits.get();
    }

    /** Returns the model with all that it was made from. */
    public FittedModel fitted() {
        return new FittedModel(prepared().preparation(), prepared().matrix(), model(), options());
    }

    /** Returns the model to keep: it places customers that it has never seen. */
    public ModelFile modelFile() {
        ModelFile file = ModelFile.of(fitted(), profiles().names())
                .withMedians(source.medians(prepared().columns()));
        return prepared().completed(asked.identified(file), all.get());
    }

    @Override
    public String toString() {
        return "Segmentation of %s by %s".formatted(source.name(), asked.columns());
    }

    private Segmentation with(Consumer<SegmentationSettings> change) {
        return new Segmentation(source, asked.with(change), listener, Optional.empty());
    }

    /** Returns a segmentation of the same customers; what does not depend on k or numbers is computed once for both. */
    private Segmentation near(Consumer<SegmentationSettings> change) {
        Optional<Segmentation> same = kin.or(() -> Optional.of(this).filter(first -> asked.k.isEmpty()));
        return new Segmentation(source, asked.with(change), listener, same);
    }

    private PreparedCustomers prepare() {
        return kin.map(Segmentation::prepared)
                .orElseGet(() -> listener.during("preparing", () -> PreparedCustomers.of(source, asked)));
    }

    private SegmentationPlan makePlan() {
        return SegmentationPlan.of(source.shown(), asked, prepared().matrix());
    }

    private KChoice choose() {
        KSelection known = selection();
        SweptGroups tried =
                prepared().all().isPresent() ? SweptGroups.of(prepared().matrix(), known) : groups.get();
        return plan().judges() ? Parallel.heardBy(listener, () -> KChoice.of(known, tried)) : KChoice.ofVoices(known);
    }

    /** Returns the groups that a verdict is on: those of the sweep's models, or of the model alone where it is of more customers. */
    private SweptGroups judged() {
        boolean own = plan().k().isPresent() || prepared().all().isPresent();
        IntFunction<KMeansModel> numbered = k -> own && k == k() ? model() : asked.numbered(models.of(k));
        boolean shared = asked.numbers.isEmpty() && prepared().all().isEmpty() && models.areShared();
        return kin.filter(other -> shared)
                .map(other -> other.groups.get())
                .orElseGet(() -> SweptGroups.of(prepared().matrix(), options(), numbered, listener::stage));
    }

    private KMeansModel fitModel() {
        return asked.numbered(
                all.get().map(known -> known.model(prepared().matrix())).orElseGet(this::byK));
    }

    private KMeansModel byK() {
        return models.of(k());
    }

    private Silhouette scoreModel() {
        return models.silhouette(model());
    }

    private SegmentProfiles profile() {
        Silhouette known = silhouette();
        return listener.during("profiles", () -> prepared().profiles(known, all.get()));
    }

    private ColumnComparison columns() {
        return new ColumnComparison(prepared(), source.describing(prepared().columns(), asked.id));
    }

    /** Returns what follows from the model, which comes first, so that each stage is told of its own. */
    private <T> Deferred<T> ofModel(String stage, Function<KMeansModel, T> work) {
        return Deferred.of(() -> {
            KMeansModel known = model();
            return listener.during(stage, () -> work.apply(known));
        });
    }
}
