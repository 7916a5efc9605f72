package segmentation.data.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.csv.TextGrid;
import segmentation.csv.TextGridBuilder;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.data.value.NumberParser;

/** The values of the rows that were kept, seen column by column. */
public final class Columns {
    private final Dataset dataset;
    private final TextGrid values;
    private final Map<String, Integer> places;

    private Columns(Dataset dataset, TextGrid values) {
        this.dataset = dataset;
        this.values = values;
        this.places = new HashMap<>();
        for (Field field : dataset.fields()) {
            places.put(field.name(), places.size());
        }
    }

    /** Takes one value a field, row by row; empty where it is missing. */
    public static Columns of(Dataset dataset, TextGrid values) {
        return new Columns(dataset, values);
    }

    Dataset dataset() {
        return dataset;
    }

    int rows() {
        return values.rows();
    }

    List<String> row(int row) {
        return values.row(row);
    }

    /** Hands all values to a hash, row by row. */
    void hash(ContentHash hash) {
        values.hash(hash);
    }

    /** Returns the rows one by one. */
    Stream<Customer> customers() {
        return IntStream.range(0, rows()).mapToObj(row -> Customer.of(this, row));
    }

    /** Returns some of the rows, in the order asked for. */
    Columns select(List<Integer> rows) {
        TextGridBuilder selected = TextGrid.builder(values.columns());
        rows.forEach(row -> selected.add(values.row(row)));
        return new Columns(dataset, selected.build());
    }

    /** Returns the rows with one more column at the right. */
    Columns with(Field field, List<String> texts) {
        TextGridBuilder wider = TextGrid.builder(values.columns() + 1);
        for (int row = 0; row < rows(); row++) {
            List<String> cells = new ArrayList<>(values.row(row));
            cells.add(texts.get(row));
            wider.add(cells);
        }
        return new Columns(dataset.with(field), wider.build());
    }

    /** Returns one value as text, empty where missing. */
    String text(int row, Field field) {
        return values.at(row, places.get(field.name()));
    }

    /** Returns one value of a numeric column, NaN where missing. */
    double number(int row, Field field) {
        return parsed(text(row, field), field);
    }

    /** Returns the values of a column as text, empty where missing. */
    String[] texts(Field field) {
        int place = places.get(field.name());
        return IntStream.range(0, rows()).mapToObj(row -> values.at(row, place)).toArray(String[]::new);
    }

    /** Returns the values of a numeric column, NaN where missing. */
    public double[] numbers(Field field) {
        int place = places.get(field.name());
        NumberParser plain = NumberParser.reader('.');
        double[] numbers = new double[rows()];
        for (int row = 0; row < numbers.length; row++) {
            boolean known = field.isNumeric() && values.isNumber(row, place, plain);
            numbers[row] = known ? plain.value() : parsed(values.at(row, place), field);
        }
        return numbers;
    }

    private static double parsed(String text, Field field) {
        if (!field.isNumeric()) {
            throw new IllegalArgumentException("Column %s holds %s, not numbers"
                    .formatted(field.name(), field.type() == FieldType.DATE ? "dates" : "text"));
        }
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** Returns how many values of a column are missing. */
    int missing(Field field) {
        int place = places.get(field.name());
        return (int) IntStream.range(0, rows())
                .filter(row -> values.isEmpty(row, place))
                .count();
    }

    /** Says whether a column holds one value only, missing counting as one. */
    boolean isConstant(Field field) {
        int[] place = {places.get(field.name())};
        return IntStream.range(1, rows()).allMatch(row -> values.areSame(0, row, place));
    }

    /** Returns how many rows equal an earlier row in all of these columns. */
    int duplicates(List<Field> fields) {
        int[] compared =
                fields.stream().mapToInt(field -> places.get(field.name())).toArray();
        return RowSet.of(values, compared).repeats();
    }

    /** Returns the numeric columns that are more than a running number. */
    List<Field> measures() {
        return dataset.fields().stream()
                .filter(field -> field.isNumeric() && !dataset.isId(field))
                .toList();
    }
}
