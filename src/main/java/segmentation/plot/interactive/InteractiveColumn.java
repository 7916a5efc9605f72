package segmentation.plot.interactive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.doubles.DoubleLists;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import segmentation.csv.ListView;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

/**
 * One column of an interactive page: numbers, or texts. Immutable.
 *
 * @param name what a downloaded file calls it
 * @param label what the page calls it, with its unit
 * @param numbers a value a customer, NaN where missing; empty for a column of texts
 * @param texts a text a customer, empty where missing; of numbers as they are written, when somebody asks
 */
record InteractiveColumn(String name, String label, DoubleList numbers, List<String> texts) {
    private static final MathContext DIGITS = new MathContext(7);
    private static final String BETWEEN = ": ";
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    static InteractiveColumn ofNumbers(String name, String label, double[] values) {
        DoubleList numbers = DoubleLists.unmodifiable(DoubleArrayList.wrap(values.clone()));
        return new InteractiveColumn(
                name, label, numbers, ListView.of(values.length, row -> written(numbers.getDouble(row))));
    }

    static InteractiveColumn ofTexts(String name, String label, List<String> texts) {
        return new InteractiveColumn(name, label, DoubleLists.emptyList(), List.copyOf(texts));
    }

    /** Returns a column for each feature. */
    static List<InteractiveColumn> of(FeatureMatrix matrix) {
        List<InteractiveColumn> columns = new ArrayList<>();
        for (int j = 0; j < matrix.columns(); j++) {
            Feature feature = matrix.features().get(j);
            columns.add(ofNumbers(feature.column(), feature.label(), matrix.column(j)));
        }
        return columns;
    }

    /** Returns a column for each line of details: numbers where all that are known are, else texts. */
    static List<InteractiveColumn> ofDetails(List<List<String>> details) {
        int lines = details.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, lines).mapToObj(line -> ofLine(details, line)).toList();
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
