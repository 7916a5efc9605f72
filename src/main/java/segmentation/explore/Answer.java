package segmentation.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.analysis.PreparedCustomers;
import segmentation.data.customers.CustomerTable;
import segmentation.evaluation.Silhouette;
import segmentation.explore.History.CustomerLabels;
import segmentation.explore.History.Outcome;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.profile.SegmentProfiles;
import segmentation.text.NumberText;

/**
 * The segments of one choice as they are at a moment: a first answer, or what {@code segment fit} gives.
 *
 * @param scene where the customers are drawn
 * @param model who is in which segment
 * @param silhouette how well each customer sits there
 * @param profiles the segments in original units
 * @param refined whether it is no first answer
 */
record Answer(Scene scene, KMeansModel model, Silhouette silhouette, SegmentProfiles profiles, boolean refined) {
    private static final int GRID = 72;
    private static final int MOST_CUSTOMERS = 50;
    private static final int MOST_COLUMNS = 12;

    /** Describes segments. */
    static Answer of(Scene scene, KMeansModel model, Silhouette silhouette, boolean refined) {
        PreparedCustomers prepared = scene.prepared();
        SegmentProfiles profiles = SegmentProfiles.of(
                prepared.raw(), silhouette, prepared.preparation().logged());
        return new Answer(scene, model, silhouette, profiles, refined);
    }

    /** Returns what the history keeps of it. */
    Outcome outcome(CustomerLabels... before) {
        CustomerLabels labels = CustomerLabels.of(scene.prepared().customers().lines(), model.labels(), before);
        return new Outcome(model.k(), silhouette.mean(), labels, profiles.shortNames(), refined, "");
    }

    /** Returns what the page draws. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        PreparedCustomers prepared = scene.prepared();
        json.put("refined", refined)
                .put("k", model.k())
                .put("rows", prepared.raw().rows());
        json.put("left", prepared.usable().rows() - prepared.customers().rows());
        json.put("unusable", prepared.customers().issues().size());
        json.put("silhouette", silhouette.mean()).put("basis", silhouette.isExact() ? "" : silhouette.basis());
        json.set("points", scene.toJson());
        int[] labels = model.labels();
        ArrayNode drawn = json.putArray("labels");
        Arrays.stream(scene.drawn()).forEach(row -> drawn.add(labels[row]));
        ArrayNode centroids = json.putArray("centroids");
        double[][] means = scene.means(labels, model.k());
        Arrays.stream(means).forEach(mean -> Scene.addAll(centroids.addArray(), mean));
        ArrayNode segments = json.putArray("segments");
        profiles.segments().forEach(segment -> segments.add(segment(segment)));
        if (prepared.raw().columns() == 2) {
            json.set("regions", regions());
        }
        return json;
    }

    private ObjectNode segment(SegmentProfile segment) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("number", segment.number()).put("name", segment.shortName()).put("exact", segment.name());
        json.put("size", segment.size()).put("share", NumberText.percent(segment.share()));
        json.put("silhouette", NumberText.fixed(segment.silhouette(), 2));
        ArrayNode bars = json.putArray("bars");
        for (int j = 0; j < segment.figures().size(); j++) {
            FeatureFigures figures = segment.figures().get(j);
            double all = scene.overall()[j];
            bars.addObject()
                    .put("label", figures.feature().label())
                    .put("deviations", figures.deviations())
                    .put("mean", NumberText.within(profiles.range(j), figures.mean()))
                    .put("all", NumberText.within(profiles.range(j), all));
        }
        return json;
    }

    /** Returns whose segment a customer would be in at each place of a grid over the plane of two features. */
    private ObjectNode regions() {
        FeatureMatrix raw = scene.prepared().raw();
        double[][] axes = {ends(raw.column(0)), ends(raw.column(1))};
        double[][] places = IntStream.range(0, GRID * GRID)
                .mapToObj(at -> new double[] {along(axes[0], at % GRID), along(axes[1], at / GRID)})
                .toArray(double[][]::new);
        FeatureMatrix grid = scene.prepared().preparation().apply(FeatureMatrix.ofRows(raw.features(), places));
        StringBuilder labels = new StringBuilder();
        IntStream.range(0, grid.rows())
                .forEach(at -> labels.append(Character.forDigit(model.nearest(grid.row(at)), Character.MAX_RADIX)));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("grid", GRID).put("labels", labels.toString());
        Scene.addAll(json.putArray("x"), axes[0]);
        Scene.addAll(json.putArray("y"), axes[1]);
        return json;
    }

    private static double[] ends(double[] values) {
        return new double[] {
            Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow()
        };
    }

    private static double along(double[] ends, int step) {
        return ends[0] + (step + 0.5) / GRID * (ends[1] - ends[0]);
    }

    /** Returns the rows of the customers in a segment, in the order of the file. */
    List<Integer> members(int segment) {
        int[] labels = model.labels();
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] == segment)
                .boxed()
                .toList();
    }

    /**
     * Returns what the page shows of a segment that somebody clicks: how it differs, and its first customers.
     */
    ObjectNode details(int segment, List<String> differences) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        differences.forEach(json.putArray("differences")::add);
        json.put("refined", refined);
        CustomerTable customers = scene.prepared().customers();
        Optional<String> id = customers.dataset().id();
        List<String> columns = new ArrayList<>(scene.prepared().columns());
        id.filter(name -> !columns.contains(name)).ifPresent(name -> columns.add(0, name));
        customers.dataset().fields().stream()
                .map(field -> field.name())
                .filter(name -> !columns.contains(name))
                .forEach(columns::add);
        List<String> shown = columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
        ArrayNode header = json.putArray("columns").add("line");
        shown.forEach(name -> header.add(customers.dataset().field(name).label()));
        List<List<String>> texts = shown.stream().map(customers::texts).toList();
        int[] lines = customers.lines();
        List<Integer> members = members(segment);
        json.put("customers", members.size());
        ArrayNode rows = json.putArray("rows");
        members.stream().limit(MOST_CUSTOMERS).forEach(row -> {
            ArrayNode cells = rows.addArray().add(Integer.toString(lines[row]));
            texts.forEach(column -> cells.add(column.get(row)));
        });
        return json;
    }
}
