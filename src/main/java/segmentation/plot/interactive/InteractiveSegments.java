package segmentation.plot.interactive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.unimi.dsi.fastutil.doubles.AbstractDoubleList;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.doubles.DoubleLists;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.analysis.PreparedCustomers;
import segmentation.analysis.Segmentation;
import segmentation.csv.ListView;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Field;
import segmentation.evaluation.KSelection;
import segmentation.features.Feature;
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
        List<String> names = segmentation.profiles().shortNames();
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
        return ListView.of(rows, row -> Integer.toString(row + 1));
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
                SegmentProfiles.of(matrix, sweep.profile(k)).shortNames());
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
        return "#" + PlotTheme.hexadecimal(color);
    }

    private static String resource(String name) {
        try (InputStream stream = InteractiveSegments.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read from the library", e);
        }
    }

    /**
     * One column of an interactive page: numbers, or texts. Immutable.
     *
     * @param name what a downloaded file calls it
     * @param label what the page calls it, with its unit
     * @param numbers a value a customer, NaN where missing; empty for a column of texts
     * @param texts a text a customer, empty where missing; of numbers as they are written, when somebody asks
     */
    private record InteractiveColumn(String name, String label, DoubleList numbers, List<String> texts) {
        private static final MathContext DIGITS = new MathContext(7);
        private static final String BETWEEN = ": ";
        private static final String NUMBER = "-?\\d+(\\.\\d+)?";

        static InteractiveColumn ofNumbers(String name, String label, double[] values) {
            return ofNumbers(name, label, values.length, row -> values[row]);
        }

        private static InteractiveColumn ofNumbers(String name, String label, int rows, IntToDoubleFunction value) {
            DoubleList numbers = new AbstractDoubleList() {
                @Override
                public double getDouble(int row) {
                    return value.applyAsDouble(row);
                }

                @Override
                public int size() {
                    return rows;
                }
            };
            return new InteractiveColumn(
                    name, label, numbers, ListView.of(rows, row -> written(value.applyAsDouble(row))));
        }

        static InteractiveColumn ofTexts(String name, String label, List<String> texts) {
            return new InteractiveColumn(name, label, DoubleLists.emptyList(), List.copyOf(texts));
        }

        /** Returns a column for each feature. */
        static List<InteractiveColumn> of(FeatureMatrix matrix) {
            List<InteractiveColumn> columns = new ArrayList<>();
            for (int j = 0; j < matrix.columns(); j++) {
                int column = j;
                Feature feature = matrix.features().get(j);
                columns.add(ofNumbers(feature.column(), feature.label(), matrix.rows(), row -> matrix.at(row, column)));
            }
            return columns;
        }

        /** Returns a column for each line of details: numbers where all that are known are, else texts. */
        static List<InteractiveColumn> ofDetails(List<List<String>> details) {
            int lines = details.stream().mapToInt(List::size).max().orElse(0);
            return IntStream.range(0, lines)
                    .mapToObj(line -> ofLine(details, line))
                    .toList();
        }

        private static InteractiveColumn ofLine(List<List<String>> details, int line) {
            Function<List<String>, String> whole = each -> line < each.size() ? each.get(line) : "";
            List<String> names = details.stream()
                    .map(whole)
                    .filter(text -> !text.isEmpty())
                    .map(text -> text.contains(BETWEEN) ? text.substring(0, text.indexOf(BETWEEN)) : "")
                    .distinct()
                    .toList();
            boolean named = names.size() == 1 && !names.get(0).isEmpty();
            String label = named ? names.get(0) : "Detail " + (line + 1);
            List<String> texts = details.stream()
                    .map(whole)
                    .map(text -> named && !text.isEmpty() ? text.substring(label.length() + BETWEEN.length()) : text)
                    .map(text -> text.equals("–") ? "" : text)
                    .toList();
            boolean numbers = texts.stream().allMatch(text -> text.isEmpty() || text.matches(NUMBER))
                    && texts.stream().anyMatch(text -> !text.isEmpty());
            return numbers
                    ? ofNumbers(
                            label,
                            label,
                            texts.stream()
                                    .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                                    .toArray())
                    : ofTexts(label, label, texts);
        }

        /** Says whether no two customers agree in it. */
        boolean tellsApart() {
            return texts.stream().distinct().count() == texts.size();
        }

        /** Returns what the page's script reads, of some customers. */
        ObjectNode toJson(int[] rows) {
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("name", name).put("label", label);
            if (!numbers.isEmpty()) {
                ArrayNode values = json.putArray("values");
                for (int row : rows) {
                    if (Double.isNaN(numbers.getDouble(row))) {
                        values.addNull();
                    } else {
                        values.add(rounded(numbers.getDouble(row)));
                    }
                }
                return json;
            }
            List<String> levels = texts.stream().distinct().sorted().toList();
            ArrayNode known = json.putArray("levels");
            levels.forEach(known::add);
            ArrayNode codes = json.putArray("codes");
            Map<String, Integer> places = new HashMap<>();
            levels.forEach(level -> places.put(level, places.size()));
            Arrays.stream(rows).forEach(row -> codes.add(places.get(texts.get(row))));
            return json;
        }

        private static String written(double value) {
            return Double.isNaN(value) ? "" : rounded(value).toPlainString();
        }

        /** Double.toString is not the same on every Java version, a rounded decimal is. */
        private static BigDecimal rounded(double value) {
            BigDecimal exact = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
    }
}
