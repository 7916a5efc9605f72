package segmentation.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.features.Vectors;
import segmentation.io.DataException;
import segmentation.model.ModelJson.FeatureJson;
import segmentation.model.ModelJson.LimitsJson;
import segmentation.model.ModelJson.ScalingJson;
import segmentation.model.ModelJson.SegmentJson;
import segmentation.text.NumberText;

/**
 * A segmentation to keep: all that is needed to give new customers the segments that were found. Immutable.
 *
 * <p>As a file it is JSON, every number at full precision, so that a model that was read scores as the one that was
 * written, bit for bit. Its last member is the {@link segmentation.io.Checksum} of the others in canonical form: keys
 * sorted, no blanks between, UTF-8. It shows damage and careless edits; it is no signature.
 */
public final class ModelFile {
    /** A distance may pass the farthest in training by so much through rounding alone. */
    private static final double ROUNDING = 1e-9;

    /** A centroid's coordinates are finite and no larger. */
    private static final double LARGEST = 1e140;

    private final Preprocessing preprocessing;
    private final Optional<OutlierLimits> limits;
    private final Optional<String> id;
    private final List<SegmentJson> segments;
    private final double[][] centroids;
    private final double[] medians;
    private final int restarts;
    private final long seed;

    /** Refuses parts that do not fit each other. */
    private ModelFile(
            Preprocessing preprocessing,
            Optional<OutlierLimits> limits,
            Optional<String> id,
            List<SegmentJson> segments,
            double[] medians,
            int restarts,
            long seed) {
        FittedModel.checkColumns(preprocessing.features());
        if (segments.isEmpty() || restarts < 1) {
            throw new IllegalArgumentException("A model needs at least 1 segment and 1 restart, got %d and %d"
                    .formatted(segments.size(), restarts));
        }
        for (int i = 0; i < segments.size(); i++) {
            check(segments.get(i), i + 1, preprocessing.features().size());
        }
        this.preprocessing = preprocessing;
        this.limits = limits;
        this.id = id;
        this.segments = segments;
        this.centroids = segments.stream().map(SegmentJson::centroid).toArray(double[][]::new);
        this.medians = medians;
        this.restarts = restarts;
        this.seed = seed;
    }

    private static void check(SegmentJson segment, int number, int d) {
        String wrong = "";
        if (segment.segment() != number) {
            wrong = "segment %d is not where it belongs".formatted(number);
        } else if (segment.name().isBlank() || segment.name().chars().anyMatch(Character::isISOControl)) {
            wrong = "A segment needs a name of visible characters";
        } else if (segment.size() < 1) {
            wrong = "A segment needs at least 1 customer, got " + segment.size();
        } else if (!(segment.farthest() >= 0) || Double.isInfinite(segment.farthest())) {
            wrong = "The farthest customer needs a distance from 0 up, got " + segment.farthest();
        } else if (segment.centroid().length != d) {
            wrong = "%d features need centroids of as many coordinates".formatted(d);
        } else if (!Arrays.stream(segment.centroid()).allMatch(value -> Math.abs(value) <= LARGEST)) {
            wrong = "A centroid needs coordinates between ±1e140";
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /**
     * Returns the file of a model, without an id column and without outlier limits.
     *
     * @param names of the k segments, 1 first, without control characters
     * @throws IllegalArgumentException where the names do not fit, or rounding makes a customer of the training nearer to
     *     another centroid, as with features near 1e15 that differ by 10 and are not scaled
     */
    public static ModelFile of(FittedModel fitted, List<String> names) {
        KMeansModel model = fitted.model();
        if (names.size() != model.k()) {
            throw new IllegalArgumentException(
                    "%d segments need as many names, got %d".formatted(model.k(), names.size()));
        }
        int[] sizes = model.sizes();
        double[] farthest = farthest(model, fitted.prepared());
        double[][] centroids = model.centroids();
        return new ModelFile(
                fitted.preprocessing(),
                Optional.empty(),
                Optional.empty(),
                IntStream.range(0, sizes.length)
                        .mapToObj(i -> new SegmentJson(i + 1, names.get(i), sizes[i], farthest[i], centroids[i]))
                        .toList(),
                unknown(fitted.preprocessing().features().size()),
                fitted.options().restarts(),
                fitted.options().seed());
    }

    /** Refuses what rounding has made of a matrix far from zero: a file that gives its own training other segments. */
    private static double[] farthest(KMeansModel model, FeatureMatrix prepared) {
        int[] labels = model.labels();
        double[] distances = model.distances(prepared);
        double[] farthest = new double[model.k()];
        int elsewhere = 0;
        for (int i = 0; i < distances.length; i++) {
            int place = labels[i] - 1;
            farthest[place] = Math.max(farthest[place], distances[i]);
            elsewhere += model.nearest(prepared.row(i)) == labels[i] ? 0 : 1;
        }
        if (elsewhere > 0) {
            throw new IllegalArgumentException(("Rounding puts %d of %d customers nearer to another segment's centroid,"
                            + " as values are too large for how little they differ; choose a scaling, such as zscore")
                    .formatted(elsewhere, distances.length));
        }
        return farthest;
    }

    /**
     * Reads a file that {@link #toJson} wrote.
     *
     * @throws DataException where it is no model, of another version, cut short, altered or inconsistent, in one sentence
     */
    public static ModelFile read(Path file) {
        return ModelJson.read(file, ModelFile::of);
    }

    /** Returns the model of which {@link #toJson} gave the text, as another process of the same program needs it. */
    public static ModelFile ofJson(String text) {
        return ModelJson.read(text, "the model in memory", ModelFile::of);
    }

    private static ModelFile of(ModelJson json) {
        List<Feature> features = json.features().stream()
                .map(feature -> new Feature(feature.name(), feature.unit(), feature.noun(), feature.column()))
                .toList();
        Set<String> logged = json.features().stream()
                .filter(FeatureJson::logged)
                .map(FeatureJson::name)
                .collect(Collectors.toSet());
        ScalingJson scaling = json.scaling();
        Preprocessing preprocessing = Preprocessing.of(
                features, logged, ScalingMethod.named(scaling.method()), scaling.centres(), scaling.spreads());
        Optional<OutlierLimits> limits = Optional.ofNullable(json.outliers())
                .map(outliers -> OutlierLimits.of(
                        features,
                        outliers.factor(),
                        bounds(outliers.lower(), Double.NEGATIVE_INFINITY),
                        bounds(outliers.upper(), Double.POSITIVE_INFINITY)));
        double[] medians = json.features().stream()
                .mapToDouble(feature -> Optional.ofNullable(feature.median()).orElse(Double.NaN))
                .toArray();
        return new ModelFile(
                preprocessing,
                limits,
                Optional.ofNullable(json.id()),
                json.segments(),
                medians,
                json.restarts(),
                json.seed());
    }

    private static double[] unknown(int features) {
        double[] medians = new double[features];
        Arrays.fill(medians, Double.NaN);
        return medians;
    }

    private static double[] bounds(List<Double> limits, double none) {
        return limits.stream()
                .mapToDouble(limit -> limit == null ? none : limit)
                .toArray();
    }

    /** Returns the file's text; ends with a line feed. */
    public String toJson() {
        List<Feature> features = preprocessing.features();
        return new ModelJson(
                        ModelJson.FORMAT,
                        ModelJson.VERSION,
                        IntStream.range(0, features.size())
                                .mapToObj(j -> new FeatureJson(
                                        features.get(j).column(),
                                        features.get(j).name(),
                                        features.get(j).unit(),
                                        features.get(j).noun(),
                                        preprocessing.isLogged(j),
                                        Double.isNaN(medians[j]) ? null : medians[j]))
                                .toList(),
                        id.orElse(null),
                        new ScalingJson(
                                preprocessing.method().word(), preprocessing.centres(), preprocessing.spreads()),
                        limits.map(known -> new LimitsJson(known.factor(), json(known.lower()), json(known.upper())))
                                .orElse(null),
                        segments,
                        seed,
                        restarts)
                .text();
    }

    private static List<Double> json(double[] limits) {
        return Arrays.stream(limits)
                .mapToObj(limit -> Double.isInfinite(limit) ? null : limit)
                .toList();
    }

    /** Returns the model with the column that told customers apart; a customer whose id repeats is not scored. */
    public ModelFile withId(String column) {
        return new ModelFile(preprocessing, limits, Optional.of(column), segments, medians, restarts, seed);
    }

    /** Returns the model with the distances of the farthest customers, segment 1 first, where not all were here. */
    public ModelFile withFarthest(double[] farthest) {
        List<SegmentJson> measured = segments.stream()
                .map(known -> new SegmentJson(
                        known.segment(), known.name(), known.size(), farthest[known.segment() - 1], known.centroid()))
                .toList();
        return new ModelFile(preprocessing, limits, id, measured, medians, restarts, seed);
    }

    /** Returns the model with the limits beyond which customers were left out of training, and are not scored. */
    public ModelFile withLimits(OutlierLimits known) {
        return new ModelFile(preprocessing, Optional.of(known), id, segments, medians, restarts, seed);
    }

    /**
     * Returns the model with what a missing value of each feature may be taken for.
     *
     * @param known the medians of the training in original units, NaN for a feature that has none
     */
    public ModelFile withMedians(double... known) {
        if (known.length != medians.length) {
            throw new IllegalArgumentException(
                    "%d features need as many medians, got %d".formatted(medians.length, known.length));
        }
        return new ModelFile(preprocessing, limits, id, segments, known.clone(), restarts, seed);
    }

    /** Returns the median of each feature in training; NaN where the model holds none. */
    public double[] medians() {
        return medians.clone();
    }

    /** Returns what customer files call the d features, in the order of {@link #score}. */
    public List<String> columns() {
        return preprocessing.features().stream().map(Feature::column).toList();
    }

    /** Returns the column that tells customers apart; empty for none. */
    public Optional<String> id() {
        return id;
    }

    List<Feature> features() {
        return preprocessing.features();
    }

    /** Returns prepared values in original units. */
    double[] inverted(double[] prepared) {
        return preprocessing.invert(prepared);
    }

    /** Returns the share of the training that a segment held, counted from 0. */
    double trainingShare(int segment) {
        return (double) segments.get(segment).size() / trainingSize();
    }

    private int trainingSize() {
        return segments.stream().mapToInt(SegmentJson::size).sum();
    }

    /** Returns the means of the prepared features in training, which the centroids and sizes hold. */
    double[] trainingMeans() {
        double[] means = new double[preprocessing.features().size()];
        for (SegmentJson segment : segments) {
            for (int j = 0; j < means.length; j++) {
                means[j] += segment.centroid()[j] * segment.size() / trainingSize();
            }
        }
        return means;
    }

    Optional<OutlierLimits> limits() {
        return limits;
    }

    /** Returns the names of the k segments, 1 first. */
    public List<String> names() {
        return segments.stream().map(SegmentJson::name).toList();
    }

    /** Returns the number of segments. */
    public int k() {
        return segments.size();
    }

    /**
     * Gives a customer the segment of the nearest centroid, the lower number where two are equally near.
     *
     * <p>A customer farther from that centroid than all of the segment in training, by more than rounding, is noted as
     * {@code unlike any segment}. One with a missing value, with a negative one where a logarithm is taken, or beyond the
     * outlier limits gets no segment, and the note says why.
     *
     * <p>The customers of the training get the segments that they have in {@link KMeansModel}. A partition that Hartigan's
     * exchange leaves has no ties: a customer at distance a from the own centroid, of a segment of size s, and b from
     * another, of size t, stays only if b² t / (t + 1) ≥ a² s / (s - 1) but for a share of 1e-10. So b² exceeds a² by a
     * share of at least 1 / s + 1 / t, far above rounding of the distances unless values are huge and nearly equal; a
     * model of such is refused by {@link #of}. Where a is 0, so is b only if two centroids are one: never, as equal rows
     * stay together.
     *
     * @param raw d values in original units, NaN where missing
     * @throws IllegalArgumentException where there are not d values
     */
    public Score score(double[] raw) {
        if (raw.length != columns().size()) {
            throw new IllegalArgumentException(
                    "The model is of %d features, got %d".formatted(columns().size(), raw.length));
        }
        return objection(raw)
                .map(Score::none)
                .or(() -> prepared(raw).map(this::nearest))
                .orElseGet(() -> Score.none("values are too large to be measured against the training"));
    }

    /** Returns what {@link #score} says of each of some customers, sooner than one by one. */
    public List<Score> scores(List<double[]> raw) {
        try {
            if (raw.stream().allMatch(row -> objection(row).isEmpty())) {
                FeatureMatrix prepared = preprocessing.apply(
                        FeatureMatrix.ofRows(preprocessing.features(), raw.toArray(double[][]::new)));
                return IntStream.range(0, raw.size())
                        .mapToObj(i -> nearest(prepared.row(i)))
                        .toList();
            }
        } catch (IllegalArgumentException tooLarge) {
            // One by one it shows which of them is.
        }
        return raw.stream().map(this::score).toList();
    }

    private Score nearest(double[] prepared) {
        int place = Centroids.nearest(centroids, prepared);
        SegmentJson segment = segments.get(place);
        double distance = Math.sqrt(Vectors.squaredDistance(prepared, centroids[place]));
        boolean unlike = distance > segment.farthest() * (1 + ROUNDING);
        return new Score(OptionalInt.of(place + 1), segment.name(), distance, unlike ? unlike(distance, segment) : "");
    }

    private static String unlike(double distance, SegmentJson segment) {
        List<String> figures = NumberText.apart(distance, segment.farthest());
        return "unlike any segment: distance %s, the farthest seen in training %s"
                .formatted(figures.get(0), figures.get(1));
    }

    /** Returns why a customer of d raw values is given no segment; empty where nothing is in the way. */
    private Optional<String> objection(double[] raw) {
        for (int j = 0; j < raw.length; j++) {
            Feature feature = preprocessing.features().get(j);
            if (!Double.isFinite(raw[j])) {
                return Optional.of(feature.column() + " has no value");
            }
            if (raw[j] < 0 && preprocessing.isLogged(j)) {
                return Optional.of(feature.column() + " is negative, and its logarithm needs values from 0 up");
            }
        }
        return limits.flatMap(known -> known.reason(raw));
    }

    /** Returns a customer's values as they are clustered; empty where they become too large to be measured. */
    Optional<double[]> prepared(double[] raw) {
        try {
            FeatureMatrix row = FeatureMatrix.of(preprocessing.features(), raw);
            return Optional.of(preprocessing.apply(row).values());
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }
}
