package segmentation.data.customers;

import it.unimi.dsi.fastutil.ints.IntHash;
import it.unimi.dsi.fastutil.ints.IntOpenCustomHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;

/** The values of the rows that were kept, seen column by column. */
public final class Columns {
    private final Dataset dataset;
    private final int rows;
    private final List<TypedColumn> columns;
    private final Map<String, TypedColumn> byName = new HashMap<>();

    private Columns(Dataset dataset, int rows, List<TypedColumn> columns) {
        this.dataset = dataset;
        this.rows = rows;
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            byName.put(dataset.fields().get(i).name(), columns.get(i));
        }
    }

    /** Takes one column a field. */
    static Columns of(Dataset dataset, int rows, List<TypedColumn> columns) {
        return new Columns(dataset, rows, columns);
    }

    Dataset dataset() {
        return dataset;
    }

    int rows() {
        return rows;
    }

    List<String> row(int row) {
        return columns.stream().map(column -> column.text(row)).toList();
    }

    /** Returns the {@link ContentHash} of the names of the columns and all values, row by row. */
    String contentHash() {
        ContentHash hash = new ContentHash();
        dataset.fields().forEach(field -> hash.add(field.name()));
        for (int row = 0; row < rows; row++) {
            for (TypedColumn column : columns) {
                column.addTo(hash, row);
            }
        }
        return hash.ended();
    }

    /** Returns some of the rows, in the order asked for. */
    Columns select(int[] selected) {
        return new Columns(
                dataset,
                selected.length,
                columns.stream().map(column -> column.select(selected)).toList());
    }

    /** Returns the rows with one more column at the right. */
    Columns with(Field field, double[] values) {
        List<TypedColumn> more = new ArrayList<>(columns);
        more.add(TypedColumn.Numbers.of(values));
        return new Columns(dataset.with(field), rows, more);
    }

    /** Returns one value as text, empty where missing. */
    String text(int row, String name) {
        return column(name).text(row);
    }

    /** Returns one value of a numeric column, NaN where missing. */
    double number(int row, String name) {
        return numeric(name).at(row);
    }

    boolean isMissing(int row, String name) {
        return column(name).isMissing(row);
    }

    /** Returns the values of a column as text, empty where missing. */
    String[] texts(Field field) {
        TypedColumn column = column(field.name());
        return IntStream.range(0, rows).mapToObj(column::text).toArray(String[]::new);
    }

    /** Returns the values of a numeric column, NaN where missing. */
    public double[] numbers(Field field) {
        return numeric(field.name()).toArray();
    }

    /** Returns a column; {@link IllegalArgumentException} names the columns where there is none. */
    TypedColumn column(String name) {
        TypedColumn known = byName.get(name);
        return known == null
                ? Objects.requireNonNull(byName.get(dataset.field(name).name()))
                : known;
    }

    /** Returns a numeric column; {@link IllegalArgumentException} where there is none, or it holds something else. */
    TypedColumn.Numbers numeric(String name) {
        if (column(name) instanceof TypedColumn.Numbers numbers) {
            return numbers;
        }
        boolean dates = dataset.field(name).type() == FieldType.DATE;
        throw new IllegalArgumentException("Column %s holds %s, not numbers".formatted(name, dates ? "dates" : "text"));
    }

    /** Returns how many values of a column are missing. */
    int missing(Field field) {
        TypedColumn column = column(field.name());
        return (int) IntStream.range(0, rows).filter(column::isMissing).count();
    }

    /** Says whether a column holds one value only, missing counting as one. */
    boolean isConstant(Field field) {
        TypedColumn column = column(field.name());
        return IntStream.range(1, rows).allMatch(row -> column.areSame(0, row));
    }

    /** Returns how many rows equal an earlier row in all of these columns. */
    int duplicates(List<Field> fields) {
        List<TypedColumn> compared =
                fields.stream().map(field -> column(field.name())).toList();
        IntOpenCustomHashSet different = new IntOpenCustomHashSet(rows, new IntHash.Strategy() {
            @Override
            public int hashCode(int row) {
                int hash = 1;
                for (TypedColumn column : compared) {
                    hash = 31 * hash + column.hash(row);
                }
                return hash;
            }

            @Override
            public boolean equals(int row, int other) {
                return row == other || compared.stream().allMatch(column -> column.areSame(row, other));
            }
        });
        return (int) IntStream.range(0, rows).filter(row -> !different.add(row)).count();
    }

    /** Returns the numeric columns that are more than a running number. */
    List<Field> measures() {
        return dataset.fields().stream()
                .filter(field -> field.isNumeric() && !dataset.isId(field))
                .toList();
    }
}
