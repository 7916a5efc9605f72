package segmentation.plot.interactive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.analysis.PreparedCustomers;
import segmentation.analysis.Segmentation;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Field;
import segmentation.evaluation.KSelection;
import segmentation.features.FeatureMatrix;
import segmentation.io.Json;
import segmentation.model.KMeansModel;
import segmentation.plot.SegmentScatter;
import segmentation.plot.SegmentsPlot;
import segmentation.plot.drawing.PlotTheme;
import segmentation.profile.SegmentProfiles;

/**
 * The segments on a scatter to work with: choose axes, the number of segments and what colour says, go from customer to
 * customer, select a segment, see its profile and customers, and download them. The twin of {@link SegmentsPlot}, with the
 * same colours and shapes. It works with pointer, keyboard and screen reader, and asks nothing of any server.
 *
 * <p>Of more than {@value #MOST_ROWS} customers every so manieth is in the page, fewer where there are many columns, and the
 * page says so; its profiles are then of those. Values have 7 significant digits. Equal input gives equal text, on every
 * JDK.
 */
public final class InteractiveSegments {
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_CELLS = 100_000;
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_K = 10;
    private static final int COLOURS = 10;

    /** One choice of k: labels of all customers, and names or none. */
    private record Cut(int k, int[] labels, List<String> names) {}

    private InteractiveSegments() {}

    /**
     * Draws the segments in the first two features, with every k of the sweep up to ten and every column of the customers.
     *
     * @throws IllegalArgumentException where the segmentation has only one feature
     */
    public static InteractiveFigure of(Segmentation segmentation) {
        PreparedCustomers prepared = segmentation.prepared();
        CustomerTable customers = prepared.customers();
        KMeansModel model = segmentation.model();
        List<String> names = segmentation.profiles().names();
        SegmentScatter scatter = SegmentScatter.of(prepared.raw(), model, names, 0, 1);
        Optional<String> id = customers.dataset().id();
        List<String> ids = id.map(customers::texts).orElseGet(() -> rowNumbers(customers.rows()));
        List<InteractiveColumn> columns = new ArrayList<>(InteractiveColumn.of(prepared.raw()));
        customers.dataset().fields().stream()
                .filter(field -> !prepared.columns().contains(field.name()) && !id.equals(Optional.of(field.name())))
                .map(field -> column(customers, field))
                .forEach(columns::add);
        Optional<KSelection> sweep =
                segmentation.plan().sweeps() ? Optional.of(segmentation.selection()) : Optional.empty();
        return figure(scatter, names, ids, columns, cuts(prepared.raw(), model, names, sweep));
    }

    /**
     * Draws the first two features and one number of segments.
     *
     * @param matrix the customers of the model, in the same order and best in original units; at least two features
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @param details what else is known of each customer, as {@link CustomerTable#labels} gives it: a list of lines a
     *     customer, {@code Age (years): 19}; the first line names the customer where no two agree in it
     * @throws IllegalArgumentException where the matrix has not the model's number of rows or only one feature, the
     *     names are neither none nor k, or there are not as many details as customers
     */
    public static InteractiveFigure of(
            FeatureMatrix matrix, KMeansModel model, List<String> names, List<List<String>> details) {
        return of(matrix, model, names, details, Optional.empty());
    }

    /** As {@link #of(FeatureMatrix, KMeansModel, List, List)}, with every k of a sweep of the same customers up to ten. */
    public static InteractiveFigure of(
            FeatureMatrix matrix,
            KMeansModel model,
            List<String> names,
            List<List<String>> details,
            KSelection selection) {
        return of(matrix, model, names, details, Optional.of(selection));
    }

    private static InteractiveFigure of(
            FeatureMatrix matrix,
            KMeansModel model,
            List<String> names,
            List<List<String>> details,
            Optional<KSelection> sweep) {
        SegmentScatter scatter = SegmentScatter.of(matrix, model, names, 0, 1);
        if (details.size() != matrix.rows()) {
            throw new IllegalArgumentException(
                    "%d customers need as many lists of details, got %d".formatted(matrix.rows(), details.size()));
        }
        List<InteractiveColumn> columns = new ArrayList<>(InteractiveColumn.of(matrix));
        List<InteractiveColumn> known = InteractiveColumn.ofDetails(details);
        boolean named = !known.isEmpty() && known.get(0).tellsApart();
        List<String> ids = named ? known.get(0).texts() : rowNumbers(matrix.rows());
        columns.addAll(named ? known.subList(1, known.size()) : known);
        return figure(scatter, names, ids, columns, cuts(matrix, model, names, sweep));
    }

    private static InteractiveColumn column(CustomerTable customers, Field field) {
        return field.isNumeric()
                ? InteractiveColumn.ofNumbers(field.name(), field.label(), customers.numbers(field.name()))
                : InteractiveColumn.ofTexts(field.name(), field.label(), customers.texts(field.name()));
    }

    private static List<String> rowNumbers(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(Integer::toString).toList();
    }

    private static List<Cut> cuts(
            FeatureMatrix matrix, KMeansModel model, List<String> names, Optional<KSelection> sweep) {
        Cut chosen = new Cut(model.k(), model.labels(), names);
        int most = sweep.map(KSelection::kMax).orElse(0);
        return Stream.concat(
                        Stream.of(chosen),
                        IntStream.rangeClosed(2, Math.min(MOST_K, most))
                                .filter(k -> k != model.k())
                                .mapToObj(k -> cut(matrix, sweep.orElseThrow(), k)))
                .sorted((a, b) -> Integer.compare(a.k(), b.k()))
                .toList();
    }

    private static Cut cut(FeatureMatrix matrix, KSelection sweep, int k) {
        return new Cut(
                k,
                sweep.model(k).labels(),
                SegmentProfiles.of(matrix, sweep.profile(k)).names());
    }

    private static InteractiveFigure figure(
            SegmentScatter scatter,
            List<String> names,
            List<String> ids,
            List<InteractiveColumn> columns,
            List<Cut> cuts) {
        int chosen = IntStream.range(0, cuts.size())
                .filter(i -> cuts.get(i).k() == scatter.k())
                .findFirst()
                .orElseThrow();
        List<InteractiveColumn> shown = columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
        String data = Json.canonical(data(ids, shown, cuts, chosen)).replace("<", "\\u003c");
        String body =
                "<style>%s</style>\n%s<script id=\"data\" type=\"application/json\">%s</script>\n<script>\n%s</script>\n"
                        .formatted(resource("segments.css"), resource("segments.html"), data, resource("segments.js"));
        return new InteractiveFigure(scatter.title(), scatter.altText(names), body);
    }

    private static ObjectNode data(List<String> ids, List<InteractiveColumn> columns, List<Cut> cuts, int chosen) {
        int most = Math.max(1, Math.min(MOST_ROWS, MOST_CELLS / columns.size()));
        int step = (ids.size() + most - 1) / most;
        int[] rows = IntStream.range(0, ids.size()).filter(i -> i % step == 0).toArray();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("rows", rows.length).put("x", 0).put("y", 1).put("cut", chosen);
        data.put(
                "note",
                step == 1
                        ? ""
                        : "One in %d of all %,d customers is in this page; its figures are of these."
                                .formatted(step, ids.size()));
        ArrayNode palette = data.putArray("palette");
        IntStream.rangeClosed(1, COLOURS).forEach(label -> palette.add(code(PlotTheme.segmentColor(label))));
        ArrayNode known = data.putArray("ids");
        Arrays.stream(rows).forEach(row -> known.add(ids.get(row)));
        ArrayNode described = data.putArray("columns");
        columns.forEach(column -> described.add(column.toJson(rows)));
        ArrayNode choices = data.putArray("cuts");
        cuts.forEach(cut -> choices.add(json(cut, rows)));
        return data;
    }

    private static ObjectNode json(Cut cut, int[] rows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("k", cut.k());
        ArrayNode names = json.putArray("names");
        cut.names().forEach(names::add);
        ArrayNode labels = json.putArray("labels");
        Arrays.stream(rows).forEach(row -> labels.add(Integer.toString(cut.labels()[row], 36)));
        return json;
    }

    private static String code(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xFFFFFF);
    }

    private static String resource(String name) {
        try (InputStream stream = InteractiveSegments.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read from the library", e);
        }
    }
}
