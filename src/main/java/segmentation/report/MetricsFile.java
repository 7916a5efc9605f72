package segmentation.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.analysis.Evidence;
import segmentation.analysis.InputRows;
import segmentation.analysis.Segmentation;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.KVote;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Silhouette;
import segmentation.features.Preprocessing;
import segmentation.io.Json;
import segmentation.model.FittedModel;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfiles;

/**
 * The figures of one segmentation for programs: {@code metrics.json}. Immutable; each step returns a new one.
 *
 * <p>Its form is the schema {@code segmentation/report/metrics.schema.json} on the class path. Keys come in a fixed order,
 * numbers in the fewest digits that read back as them; what was not computed or is not defined is null.
 */
public final class MetricsFile {
    /** The version of the form. */
    public static final int VERSION = 1;

    private final InputRows rows;
    private final FittedModel fitted;
    private final SegmentProfiles profiles;
    private final Map<String, Double> weights;
    private final ArrayNode sweep;
    private final List<KVote> votes;
    private final Optional<ClusterStability> stability;
    private final Optional<NullComparison> comparison;

    private MetricsFile(
            InputRows rows,
            FittedModel fitted,
            SegmentProfiles profiles,
            Map<String, Double> weights,
            ArrayNode sweep,
            List<KVote> votes,
            Optional<ClusterStability> stability,
            Optional<NullComparison> comparison) {
        this.rows = rows;
        this.fitted = fitted;
        this.profiles = profiles;
        this.weights = weights;
        this.sweep = sweep;
        this.votes = votes;
        this.stability = stability;
        this.comparison = comparison;
    }

    /** Returns the figures of a segmentation, as far as its plan computes them. */
    public static MetricsFile of(Segmentation segmentation) {
        MetricsFile metrics =
                of(segmentation.rows(), segmentation.fitted(), segmentation.profiles(), segmentation.silhouette());
        Evidence evidence = segmentation.evidence();
        return (segmentation.plan().sweeps() ? metrics.withSweep(segmentation.selection()) : metrics)
                .withEvidence(evidence.stability(), evidence.comparison())
                .withWeights(segmentation.prepared().weights().asked());
    }

    /**
     * Returns the figures of a segmentation for which no other k was tried; the sweep has the one k.
     *
     * @param profiles of the model's segments
     * @param silhouette of the model, on the features as they were clustered
     * @throws IllegalArgumentException where the parts are not of as many rows and segments
     */
    public static MetricsFile of(InputRows rows, FittedModel fitted, SegmentProfiles profiles, Silhouette silhouette) {
        int n = IntStream.of(fitted.model().sizes()).sum();
        int k = fitted.model().k();
        if (rows.used() != n || profiles.segments().size() != k || silhouette.k() != k) {
            throw new IllegalArgumentException(
                    "The model has %d rows and %d segments, the rows used are %d, profiles %d, silhouette %d"
                            .formatted(n, k, rows.used(), profiles.segments().size(), silhouette.k()));
        }
        ArrayNode sweep = MetricsSweep.of(fitted, silhouette);
        return new MetricsFile(rows, fitted, profiles, Map.of(), sweep, List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns the figures with every k that was tried, and the votes. */
    public MetricsFile withSweep(KSelection selection) {
        return new MetricsFile(
                rows, fitted, profiles, weights, MetricsSweep.of(selection), selection.votes(), stability, comparison);
    }

    /** Returns the figures with what was computed of whether the groups are real. */
    public MetricsFile withEvidence(Optional<ClusterStability> known, Optional<NullComparison> other) {
        return new MetricsFile(rows, fitted, profiles, weights, sweep, votes, known, other);
    }

    /** Returns the figures with the features that do not count once in squared distances, and how often they do. */
    private MetricsFile withWeights(Map<String, Double> known) {
        return new MetricsFile(rows, fitted, profiles, known, sweep, votes, stability, comparison);
    }

    /** Returns the text of the file; ends with a line feed. */
    public String toJson() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        addData(tree.putObject("data"));
        Preprocessing preprocessing = fitted.preprocessing();
        ArrayNode features = tree.putArray("features");
        fitted.columns().forEach(features::add);
        ArrayNode logged = tree.putArray("logged");
        IntStream.range(0, features.size())
                .filter(preprocessing::isLogged)
                .forEach(j -> logged.add(fitted.columns().get(j)));
        tree.put("scaling", preprocessing.method().word());
        weights.forEach(tree.putObject("weights")::put);
        tree.put("seed", fitted.options().seed())
                .put("restarts", fitted.options().restarts());
        tree.set("sweep", sweep);
        addChoice(tree.putObject("choice"));
        ArrayNode segments = tree.putArray("segments");
        profiles.segments().forEach(segment -> addSegment(segments.addObject(), segment));
        return Json.pretty(tree);
    }

    private void addData(ObjectNode data) {
        data.put("file", rows.file()).put("rows", rows.rows()).put("used", rows.used());
        ArrayNode dropped = data.putArray("dropped");
        rows.dropped()
                .forEach(row -> dropped.addObject().put("line", row.line()).put("reason", row.reason()));
    }

    private void addChoice(ObjectNode choice) {
        choice.put("k", fitted.model().k());
        ObjectNode counted = choice.putObject("votes");
        votes.forEach(vote -> counted.put(
                MetricsSweep.key(vote.criterion()),
                vote.k().isPresent() ? Integer.valueOf(vote.k().getAsInt()) : null));
        Evidence evidence = new Evidence(stability, comparison);
        choice.put("verdict", evidence.verdict().map(GroupVerdict::label).orElse(null));
        choice.put("nullRank", comparison.map(MetricsFile::rank).orElse(null));
    }

    /** Returns 1 for data that beats every homogeneous copy, and one more for each copy that does as well or better. */
    private static Integer rank(NullComparison comparison) {
        return 1
                + (int) Arrays.stream(comparison.homogeneous())
                        .filter(copy -> copy >= comparison.silhouette())
                        .count();
    }

    private void addSegment(ObjectNode node, SegmentProfile segment) {
        int number = segment.number();
        node.put("segment", number)
                .put("name", segment.name())
                .put("size", segment.size())
                .put("share", segment.share());
        ObjectNode centroid = node.putObject("centroid");
        double[] original = fitted.preprocessing().invert(fitted.model().centroids()[number - 1]);
        IntStream.range(0, original.length)
                .forEach(j -> centroid.set(fitted.columns().get(j), MetricsSweep.figure(original[j])));
        node.set("silhouette", MetricsSweep.figure(segment.silhouette()));
        node.set(
                "jaccard",
                MetricsSweep.figure(
                        stability.map(known -> known.jaccard(number)).orElse(Double.NaN)));
    }
}
