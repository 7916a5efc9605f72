package segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.LogTransform;
import segmentation.features.Standardizer;
import segmentation.model.Parallel;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.stats.Interval;
import segmentation.stats.Quantiles;
import segmentation.stats.SampleSize;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import segmentation.text.Wording;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * All segments in original units, each with a name by a stated rule.
 *
 * <p>A segment is named from the two features on which its mean lies farthest from that of all customers, each with its
 * {@link Level}, in matrix order: {@code High income, low spending}. Where several segments would share a name, the level of
 * a further feature is added to each, of those on which their levels differ the one on which their means lie farthest
 * apart: {@code High income, high spending, medium purchases}. Those that still share one get their means on the first
 * two added, {@code High income, high spending (78.6, 82.2)}; where these read alike too, the segments' numbers.
 */
public final class SegmentProfiles implements Tabular {
    /** How many features name a segment. */
    private static final int NAMING = 2;

    /** Of the draws behind intervals. */
    private static final long SEED = 42;

    private final List<SegmentProfile> profiles;
    private final FeatureMatrix original;
    private final SegmentMembers members;

    private SegmentProfiles(List<SegmentProfile> profiles, FeatureMatrix original, SegmentMembers members) {
        this.profiles = profiles;
        this.original = original;
        this.members = members;
    }

    /**
     * Describes segments.
     *
     * @param original the clustered features in original units, n × d
     * @param silhouette the labels of the n rows and their scores, on the features as they were clustered
     * @throws IllegalArgumentException where the silhouette is not of as many rows
     */
    public static SegmentProfiles of(FeatureMatrix original, Silhouette silhouette) {
        return of(original, silhouette, Set.of());
    }

    /**
     * Describes segments that were made of logarithms of some features: there, low and high are told on the scale of
     * log(1 + x), as the segments were; all figures stay in original units.
     *
     * @param logged names of these features, as in {@link Feature#name}
     * @throws IllegalArgumentException also where a name is not among the features, or a logged value is negative
     */
    public static SegmentProfiles of(FeatureMatrix original, Silhouette silhouette, Set<String> logged) {
        int[] labels = silhouette.labels();
        if (labels.length != original.rows()) {
            throw new IllegalArgumentException(
                    "%d rows need as many labels, got %d".formatted(original.rows(), labels.length));
        }
        FeatureMatrix scale = logged.isEmpty()
                ? original
                : LogTransform.of(logged.toArray(String[]::new)).apply(original);
        Standardizer all = Standardizer.fit(scale);
        SegmentMembers segments = SegmentMembers.of(labels, original.rows());
        List<List<FeatureFigures>> byFeature =
                Parallel.map(original.columns(), column -> figures(original, scale, segments, column, all));
        List<List<FeatureFigures>> figures = IntStream.range(0, segments.k())
                .mapToObj(segment ->
                        byFeature.stream().map(ofAll -> ofAll.get(segment)).toList())
                .toList();
        int[] sizes = IntStream.rangeClosed(1, segments.k())
                .map(segment -> segments.of(segment).length)
                .toArray();
        return ofAll(original, silhouette, sizes, figures);
    }

    /**
     * Describes segments of more customers than are here, whose sizes and figures are known; silhouettes and intervals are
     * those of the sample that is here.
     *
     * @param sample the clustered features in original units, n × d
     * @param silhouette the labels of the n rows and their scores
     * @param sizes the number of all customers in each segment
     * @param figures of all customers, for each segment and feature
     */
    public static SegmentProfiles ofAll(
            FeatureMatrix sample, Silhouette silhouette, int[] sizes, List<List<FeatureFigures>> figures) {
        SegmentMembers segments = SegmentMembers.of(silhouette.labels(), sample.rows());
        List<String> names = names(figures);
        List<String> shortNames = SegmentNames.of(figures);
        int all = IntStream.of(sizes).sum();
        List<SegmentProfile> profiles = IntStream.rangeClosed(1, sizes.length)
                .mapToObj(segment -> new SegmentProfile(
                        segment,
                        names.get(segment - 1),
                        shortNames.get(segment - 1),
                        sizes[segment - 1],
                        (double) sizes[segment - 1] / all,
                        silhouette.ofSegment(segment),
                        figures.get(segment - 1)))
                .toList();
        return new SegmentProfiles(profiles, sample, segments);
    }

    /** Returns the segments, 1 first. */
    public List<SegmentProfile> segments() {
        return profiles;
    }

    /** Returns one segment, 1..k. */
    public SegmentProfile segment(int number) {
        return profiles.get(number - 1);
    }

    /** Returns the names, segment 1 first. */
    public List<String> names() {
        return profiles.stream().map(SegmentProfile::name).toList();
    }

    /** Returns the names for people, segment 1 first. */
    public List<String> shortNames() {
        return profiles.stream().map(SegmentProfile::shortName).toList();
    }

    /** Returns the range of a feature over all customers, in original units; features are counted from 0. */
    public double range(int feature) {
        return range(profiles.stream().map(SegmentProfile::figures).toList(), feature);
    }

    /** Returns where a segment's share of all such customers lies, by Wilson's interval. */
    public Interval shareInterval(int segment) {
        return Interval.ofShare(
                segment(segment).size(),
                profiles.stream().mapToInt(SegmentProfile::size).sum());
    }

    /**
     * Returns where a segment's mean on a feature lies, in original units, by a seeded bootstrap of its members; who belongs
     * to the segment is taken as known.
     *
     * @param feature counted from 0
     */
    public Interval meanInterval(int segment, int feature) {
        return Interval.ofMean(sorted(original.column(feature), members.of(segment)), SEED);
    }

    /**
     * Returns a row for each segment: its share, and its mean on each feature in original units, each with its 95 %
     * interval in brackets.
     */
    public ResultTable intervals() {
        ResultTable.Builder table = ResultTable.titled("Segments: shares and means with their 95 % intervals")
                .figures("segment")
                .text("name")
                .figures("customers", "share");
        profiles.get(0).figures().forEach(figure -> table.figures(Wording.mean(named(figure.feature()))));
        profiles.forEach(profile -> table.row(intervals(profile)));
        return table.build();
    }

    private List<String> intervals(SegmentProfile profile) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(profile.number()),
                profile.name(),
                NumberText.count(profile.size()),
                shareInterval(profile.number()).beside(profile.share(), NumberText::percent)));
        for (int j = 0; j < profile.figures().size(); j++) {
            double range = range(j);
            FeatureFigures figures = profile.figures().get(j);
            cells.add(meanInterval(profile.number(), j)
                    .beside(
                            figures.mean(),
                            value -> NumberText.within(figures.feature().noun(), range, value)));
        }
        return cells;
    }

    /**
     * Returns a row for each segment: whether two halves of it are enough for a test, and what they would show at least.
     *
     * @param asked what a test is to show
     */
    public ResultTable tests(SampleSize asked) {
        ResultTable.Builder table = ResultTable.titled(
                        "Can a test of two halves show %s against %s? It takes %s customers a group"
                                .formatted(
                                        NumberText.percent(asked.other()),
                                        NumberText.percent(asked.base()),
                                        NumberText.count(asked.perGroup())))
                .figures("segment")
                .text("name")
                .figures("customers", "half")
                .text("test")
                .figures("least share shown");
        for (SegmentProfile profile : profiles) {
            OptionalDouble least = asked.leastShown(profile.size());
            table.row(
                    Integer.toString(profile.number()),
                    profile.name(),
                    NumberText.count(profile.size()),
                    NumberText.count(profile.size() / 2),
                    asked.fits(profile.size()) ? "large enough" : "too small",
                    least.isPresent() ? NumberText.percent(least.getAsDouble()) : "none");
        }
        return table.build();
    }

    /** Returns a row for each segment: size, share, mean of each feature in original units, mean silhouette. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("Segments: means in original units")
                .figures("segment")
                .text("name")
                .figures("customers", "share");
        profiles.get(0).figures().forEach(figure -> table.figures(Wording.mean(named(figure.feature()))));
        table.figures("mean silhouette");
        profiles.forEach(profile -> table.row(cells(profile)));
        return table.build();
    }

    /**
     * Returns a row for each segment, to sort, join and plot: as {@link #toTable}, a share from 0 to 1, and the means of
     * features under the names of their columns.
     */
    public Table table() {
        Table table = Table.create(
                "segments",
                IntColumn.create("segment", profiles.stream().mapToInt(SegmentProfile::number)),
                StringColumn.create("name", profiles.stream().map(SegmentProfile::name)),
                IntColumn.create("customers", profiles.stream().mapToInt(SegmentProfile::size)),
                DoubleColumn.create("share", profiles.stream().mapToDouble(SegmentProfile::share)));
        List<FeatureFigures> features = profiles.get(0).figures();
        for (int j = 0; j < features.size(); j++) {
            int feature = j;
            table.addColumns(DoubleColumn.create(
                    "mean " + features.get(j).feature().column(),
                    profiles.stream()
                            .mapToDouble(
                                    profile -> profile.figures().get(feature).mean())));
        }
        return table.addColumns(
                DoubleColumn.create("mean silhouette", profiles.stream().mapToDouble(SegmentProfile::silhouette)));
    }

    private static String named(Feature feature) {
        return feature.unit().isEmpty() ? feature.noun() : "%s (%s)".formatted(feature.noun(), feature.unit());
    }

    private List<String> cells(SegmentProfile profile) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(profile.number()),
                profile.name(),
                NumberText.count(profile.size()),
                NumberText.percent(profile.share())));
        for (int j = 0; j < profile.figures().size(); j++) {
            FeatureFigures figures = profile.figures().get(j);
            cells.add(NumberText.within(figures.feature().noun(), range(j), figures.mean()));
        }
        cells.add(NumberText.fixed(profile.silhouette(), 3));
        return cells;
    }

    /** Returns the figures of a feature for each segment, 1 first. */
    private static List<FeatureFigures> figures(
            FeatureMatrix matrix, FeatureMatrix scale, SegmentMembers segments, int column, Standardizer all) {
        double[] values = matrix.column(column);
        double[] scaled = scale == matrix ? values : scale.column(column);
        boolean share = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
        return IntStream.rangeClosed(1, segments.k())
                .mapToObj(segment -> {
                    double[] sorted = sorted(values, segments.of(segment));
                    double mean = Aspect.mean(sorted);
                    double place = scaled == values ? mean : Aspect.mean(sorted(scaled, segments.of(segment)));
                    double deviation = all.spreads()[column];
                    return new FeatureFigures(
                            matrix.features().get(column),
                            mean,
                            Quantiles.of(sorted).median(),
                            sorted[0],
                            sorted[sorted.length - 1],
                            share,
                            deviation == 0 ? 0 : (place - all.centres()[column]) / deviation);
                })
                .toList();
    }

    private static double[] sorted(double[] values, int[] members) {
        return Quantiles.ascending(SegmentMembers.known(values, members));
    }

    /** Returns a name for each segment, in order; all different. */
    private static List<String> names(List<List<FeatureFigures>> segments) {
        List<String> names = segments.stream().map(SegmentProfiles::plain).toList();
        List<String> byLevel = toldApart(names, i -> further(segments, names, i));
        List<String> byMeans = toldApart(byLevel, i -> " " + means(segments, i));
        return toldApart(byMeans, i -> " (no. %d)".formatted(i + 1));
    }

    private static String further(List<List<FeatureFigures>> segments, List<String> names, int segment) {
        List<List<FeatureFigures>> sharers = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(names.get(segment)))
                .mapToObj(segments::get)
                .toList();
        List<FeatureFigures> figures = segments.get(segment);
        return IntStream.range(0, figures.size())
                .filter(j -> sharers.stream()
                                .map(sharer -> sharer.get(j).level())
                                .distinct()
                                .count()
                        > 1)
                .boxed()
                .min(Comparator.comparingDouble(j -> -distance(sharers, j)))
                .map(j -> ", " + words(figures.get(j)))
                .orElse("");
    }

    private static double distance(List<List<FeatureFigures>> segments, int feature) {
        DoubleSummaryStatistics deviations = segments.stream()
                .mapToDouble(figures -> figures.get(feature).deviations())
                .summaryStatistics();
        return deviations.getMax() - deviations.getMin();
    }

    private static String words(FeatureFigures figures) {
        return figures.isShare()
                ? NumberText.fixed(100 * figures.mean(), 0) + " % "
                        + figures.feature().noun()
                : figures.level().word() + " " + figures.feature().noun();
    }

    private static List<String> toldApart(List<String> names, IntFunction<String> addition) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> Collections.frequency(names, names.get(i)) == 1
                        ? names.get(i)
                        : names.get(i) + addition.apply(i))
                .toList();
    }

    private static String plain(List<FeatureFigures> figures) {
        return Wording.capitalised(
                strongest(figures).stream().map(SegmentProfiles::words).collect(Collectors.joining(", ")));
    }

    private static String means(List<List<FeatureFigures>> segments, int segment) {
        List<FeatureFigures> figures = segments.get(segment);
        return strongest(figures).stream()
                .map(figure -> NumberText.within(
                        figure.feature().noun(), range(segments, figures.indexOf(figure)), figure.mean()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns the range of a feature over all customers. */
    private static double range(List<List<FeatureFigures>> segments, int feature) {
        return segments.stream()
                        .mapToDouble(figures -> figures.get(feature).most())
                        .max()
                        .orElseThrow()
                - segments.stream()
                        .mapToDouble(figures -> figures.get(feature).least())
                        .min()
                        .orElseThrow();
    }

    private static List<FeatureFigures> strongest(List<FeatureFigures> figures) {
        return IntStream.range(0, figures.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(figures.get(i).deviations())))
                .limit(NAMING)
                .sorted()
                .map(figures::get)
                .toList();
    }
}
