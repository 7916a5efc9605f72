package segmentation.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import segmentation.features.Lanes;
import segmentation.features.OutlierLimits;
import segmentation.io.DataException;
import segmentation.text.NumberText;

/**
 * A segmentation to keep: all that is needed to give new customers the segments that were found. Immutable.
 *
 * <p>As a file it is JSON, every number at full precision, so that a model that was read scores as the one that was
 * written, bit for bit. Its last member is the {@link segmentation.io.Checksum} of the others in canonical form: keys
 * sorted, no blanks between, UTF-8. It shows damage and careless edits; it is no signature.
 */
public final class ModelFile {
    /** The version of the format that is written, and the only one that is read. */
    public static final int VERSION = 1;

    /** A distance may pass the farthest in training by so much through rounding alone. */
    private static final double ROUNDING = 1e-9;

    private final ModelInputs inputs;
    private final List<ModelSegment> segments;
    private final double[][] centroids;
    private final int restarts;
    private final long seed;

    private ModelFile(ModelInputs inputs, List<ModelSegment> segments, int restarts, long seed) {
        this.inputs = inputs;
        this.segments = List.copyOf(segments);
        this.centroids = segments.stream()
                .map(segment -> segment.centroid().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
        this.restarts = restarts;
        this.seed = seed;
    }

    /**
     * Returns the file of a model, without an id column and without outlier limits.
     *
     * @param names of the k segments, 1 first, without control characters
     * @throws IllegalArgumentException where the names do not fit, or rounding makes a customer of the training nearer to
     *     another centroid, as with features near 1e15 that differ by 10 and are not scaled
     */
    public static ModelFile of(FittedModel fitted, List<String> names) {
        ModelInputs inputs =
                new ModelInputs(fitted.columns(), Optional.empty(), fitted.preparation(), Optional.empty());
        List<ModelSegment> segments = ModelSegment.of(fitted.model(), fitted.prepared(), names);
        return of(
                inputs, segments, fitted.options().restarts(), fitted.options().seed());
    }

    /** Returns the file of these parts, refusing those that do not fit each other. */
    static ModelFile of(ModelInputs inputs, List<ModelSegment> segments, int restarts, long seed) {
        int d = inputs.columns().size();
        if (segments.isEmpty() || restarts < 1) {
            throw new IllegalArgumentException("A model needs at least 1 segment and 1 restart, got %d and %d"
                    .formatted(segments.size(), restarts));
        }
        if (!segments.stream().allMatch(segment -> segment.centroid().size() == d)) {
            throw new IllegalArgumentException("%d features need centroids of as many coordinates".formatted(d));
        }
        return new ModelFile(inputs, segments, restarts, seed);
    }

    /**
     * Reads a file that {@link #toJson} wrote.
     *
     * @throws DataException where it is no model, of another version, cut short, altered or inconsistent, in one sentence
     */
    public static ModelFile read(Path file) {
        return ModelReader.read(file);
    }

    /** Returns the model with the column that told customers apart; a customer whose id repeats is not scored. */
    public ModelFile withId(String column) {
        return new ModelFile(inputs.withId(column), segments, restarts, seed);
    }

    /** Returns the model with the limits beyond which customers were left out of training, and are not scored. */
    public ModelFile withLimits(OutlierLimits limits) {
        return new ModelFile(inputs.withLimits(limits), segments, restarts, seed);
    }

    /** Returns the file's text; ends with a line feed. */
    public String toJson() {
        return ModelJson.text(this);
    }

    /** Returns what customer files call the d features, in the order of {@link #score}. */
    public List<String> columns() {
        return inputs.columns();
    }

    /** Returns the column that tells customers apart; empty for none. */
    public Optional<String> id() {
        return inputs.id();
    }

    /** Returns the names of the k segments, 1 first. */
    public List<String> names() {
        return segments.stream().map(ModelSegment::name).toList();
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
        Optional<String> objection = inputs.objection(raw);
        if (objection.isPresent()) {
            return Score.none(objection.get());
        }
        return inputs.prepared(raw)
                .map(this::nearest)
                .orElseGet(() -> Score.none("values are too large to be measured against the training"));
    }

    private Score nearest(double[] prepared) {
        int place = Centroids.nearest(centroids, prepared);
        ModelSegment segment = segments.get(place);
        double distance = Math.sqrt(Lanes.squaredDistance(prepared, centroids[place]));
        boolean unlike = distance > segment.farthest() * (1 + ROUNDING);
        return new Score(OptionalInt.of(place + 1), segment.name(), distance, unlike ? unlike(distance, segment) : "");
    }

    private static String unlike(double distance, ModelSegment segment) {
        List<String> figures = NumberText.apart(distance, segment.farthest());
        return "unlike any segment: distance %s, the farthest seen in training %s"
                .formatted(figures.get(0), figures.get(1));
    }

    ModelInputs inputs() {
        return inputs;
    }

    List<ModelSegment> segments() {
        return segments;
    }

    int restarts() {
        return restarts;
    }

    long seed() {
        return seed;
    }
}
