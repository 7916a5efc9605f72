package segmentation.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.analysis.PreparedCustomers;
import segmentation.analysis.Segmentation;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Field;
import segmentation.data.inspect.ColumnProfile;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.FeatureProposal;
import segmentation.features.OutlierLimits;
import segmentation.features.ScalingMethod;
import segmentation.io.DataException;
import segmentation.plot.drawing.Histogram;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;

/**
 * The customers that are explored, with what each of their columns holds; immutable.
 *
 * @param name what they are called, such as {@code customers.csv}
 * @param all the segmentation of all of them, from which choices start
 * @param first the choice that a page begins with
 * @param columns what the page's list of columns shows
 * @param file where they were read from; empty where they come from a notebook
 * @param reading how the file is read, as settings of a notebook
 */
record ExploredData(
        String name, Segmentation all, Choice first, ArrayNode columns, Optional<Path> file, List<String> reading) {
    private static final int MOST_BY_ITSELF = 12;
    private static final int BARS = 24;
    private static final int COLOURS = 10;

    /** Reads a customer file; {@link DataException} says in one sentence why it cannot be used. */
    static ExploredData read(Path file, List<String> reading) {
        CustomerFile read = CustomerFile.read(file, ReadingOptions.of(reading));
        return of(read, proposed(read), Optional.of(file), reading);
    }

    /** Takes the customers and the choices of a segmentation. */
    static ExploredData of(Segmentation segmentation) {
        PreparedCustomers prepared = segmentation.prepared();
        List<String> logged = prepared.columns().stream()
                .filter(name ->
                        prepared.preparation().isLogged(prepared.columns().indexOf(name)))
                .toList();
        OptionalDouble outliers =
                prepared.limits().stream().mapToDouble(OutlierLimits::factor).findFirst();
        Choice first = new Choice(
                prepared.columns(),
                logged,
                prepared.weights().asked(),
                prepared.preparation().method(),
                segmentation.plan().k().orElse(0),
                outliers,
                prepared.customers().dataset().id().orElse(""));
        CustomerTable table = prepared.usable();
        return segmentation
                .file()
                .map(file -> of(file, first, Optional.empty(), List.of()))
                .orElseGet(() -> new ExploredData(
                        table.dataset().published().file(),
                        Segmentation.of(table),
                        first,
                        columns(table),
                        Optional.empty(),
                        List.of()));
    }

    private static ExploredData of(CustomerFile read, Choice first, Optional<Path> file, List<String> reading) {
        return new ExploredData(read.name(), Segmentation.of(read), first, columns(read), file, reading);
    }

    private static Choice proposed(CustomerFile file) {
        return choice(file.proposal().taken().stream().limit(MOST_BY_ITSELF).toList());
    }

    private static Choice choice(List<String> features) {
        return new Choice(features, List.of(), Map.of(), ScalingMethod.ZSCORE, 0, OptionalDouble.empty(), "");
    }

    private static ArrayNode columns(CustomerFile file) {
        FeatureProposal proposal = file.proposal();
        Map<String, String> advice = file.check().advice().stream()
                .collect(Collectors.toMap(finding -> finding.where(), finding -> finding.what(), (a, b) -> a));
        // Rows that lack a feature are no customers: of the fullest column the fewest are lacking.
        CustomerTable table = file.columns().stream()
                .filter(column -> proposal.taken().contains(column.name()))
                .max(Comparator.comparingInt(ColumnProfile::filled))
                .map(column -> file.customers(List.of(column.name()), Optional.empty()))
                .orElseThrow();
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (ColumnProfile column : file.columns()) {
            boolean usable = column.kind().isNumeric() || column.yesNo().isPresent();
            ObjectNode json =
                    column(columns, column.name(), column.name(), column.kind().words(), column.missing(), usable);
            String why = proposal.left().getOrDefault(column.name(), advice.getOrDefault(column.name(), ""));
            json.put("note", why.equals(column.kind().words()) ? "" : why);
            addNumbers(json, column.kind().isNumeric() ? table.numbers(column.name()) : new double[0]);
        }
        return columns;
    }

    private static ArrayNode columns(CustomerTable table) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (Field field : table.dataset().fields()) {
            boolean usable = field.isNumeric() && !table.dataset().isId(field);
            double[] values = field.isNumeric() ? table.numbers(field.name()) : new double[0];
            int missing = (int)
                    table.texts(field.name()).stream().filter(String::isEmpty).count();
            ObjectNode json = column(
                    columns, field.name(), field.label(), field.isNumeric() ? "number" : "text", missing, usable);
            addNumbers(json.put("note", ""), values);
        }
        return columns;
    }

    private static ObjectNode column(
            ArrayNode columns, String name, String label, String kind, int missing, boolean usable) {
        return columns.addObject()
                .put("name", name)
                .put("label", label)
                .put("kind", kind)
                .put("missing", missing)
                .put("usable", usable);
    }

    /** Adds between which ends the values lie, and how many in each of some bars of one width; nothing without numbers. */
    private static void addNumbers(ObjectNode json, double[] values) {
        ArrayNode bars = json.putArray("bars");
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        json.put("least", "").put("most", "");
        if (known.length > 0) {
            double range = known[known.length - 1] - known[0];
            boolean whole = Arrays.stream(known).allMatch(value -> value == Math.rint(value));
            json.put("least", end(known[0], range, whole)).put("most", end(known[known.length - 1], range, whole));
            Arrays.stream(Histogram.of(known, known).counts()).limit(2 * BARS).forEach(count -> bars.add((int) count));
        }
    }

    private static String end(double value, double range, boolean whole) {
        return whole && Math.abs(value) < 1e9 ? NumberText.count((long) value) : NumberText.within(range, value);
    }

    /** Returns what the page shows of the customers. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name).put("most", Choice.MOST_K).put("isFile", file.isPresent());
        json.set("columns", columns);
        json.set("palette", palette());
        return json;
    }

    /** Returns the colours of segments, 1 first, as in every picture. */
    static ArrayNode palette() {
        ArrayNode palette = JsonNodeFactory.instance.arrayNode();
        IntStream.rangeClosed(1, COLOURS)
                .forEach(label -> palette.add("#" + PlotTheme.hexadecimal(PlotTheme.segmentColor(label))));
        return palette;
    }
}
