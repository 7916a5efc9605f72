package segmentation.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The values of the rows that were kept, seen column by column. */
final class Columns {
    private final Dataset dataset;
    private final List<List<String>> rows;

    private Columns(Dataset dataset, List<List<String>> rows) {
        this.dataset = dataset;
        this.rows = rows;
    }

    /** Takes one value a field, row by row; empty where it is missing. */
    static Columns of(Dataset dataset, List<CheckedRow> kept) {
        return new Columns(dataset, kept.stream().map(CheckedRow::values).toList());
    }

    Dataset dataset() {
        return dataset;
    }

    int rows() {
        return rows.size();
    }

    List<String> row(int row) {
        return rows.get(row);
    }

    /** Returns the rows one by one. */
    Stream<Customer> customers() {
        return IntStream.range(0, rows()).mapToObj(row -> Customer.of(this, row));
    }

    /** Returns some of the rows, in the order asked for. */
    Columns select(List<Integer> places) {
        return new Columns(dataset, places.stream().map(rows::get).toList());
    }

    /** Returns the rows with one more column at the right. */
    Columns with(Field field, List<String> texts) {
        return new Columns(
                dataset.with(field),
                IntStream.range(0, rows())
                        .mapToObj(row -> Stream.concat(rows.get(row).stream(), Stream.of(texts.get(row)))
                                .toList())
                        .toList());
    }

    /** Returns one value as text, empty where missing. */
    String text(int row, Field field) {
        return rows.get(row).get(dataset.fields().indexOf(field));
    }

    /** Returns one value of a numeric column, NaN where missing. */
    double number(int row, Field field) {
        return parsed(text(row, field), field);
    }

    /** Returns the values of a column as text, empty where missing. */
    String[] texts(Field field) {
        int place = dataset.fields().indexOf(field);
        return rows.stream().map(row -> row.get(place)).toArray(String[]::new);
    }

    /** Returns the values of a numeric column, NaN where missing. */
    double[] numbers(Field field) {
        return Arrays.stream(texts(field))
                .mapToDouble(text -> parsed(text, field))
                .toArray();
    }

    private static double parsed(String text, Field field) {
        if (!field.isNumeric()) {
            throw new IllegalArgumentException("Column %s holds %s, not numbers"
                    .formatted(field.name(), field.type() == FieldType.DATE ? "dates" : "text"));
        }
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** Returns how many rows equal an earlier row in all of these columns. */
    int duplicates(List<Field> fields) {
        int[] places = fields.stream().mapToInt(dataset.fields()::indexOf).toArray();
        Set<List<String>> seen = new HashSet<>();
        return (int) rows.stream()
                .filter(row -> !seen.add(IntStream.of(places).mapToObj(row::get).toList()))
                .count();
    }

    /** Returns the numeric columns that are more than a running number. */
    List<Field> measures() {
        return dataset.fields().stream()
                .filter(field -> field.isNumeric() && !dataset.isId(field))
                .toList();
    }
}
