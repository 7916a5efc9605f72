package segmentation.features;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * The numbers that clustering works on: n customers × d features, every value between ±1e140. Immutable.
 *
 * <p>Values come and go row-major; they are kept once, as the {@link FeatureBlocks} that distances are taken from.
 * Larger numbers are no figures of customers, and their squares could not be summed.
 */
public final class FeatureMatrix {
    private static final double LARGEST = 1e140;

    private final List<Feature> features;
    private final FeatureBlocks values;

    private FeatureMatrix(List<Feature> features, FeatureBlocks values) {
        this.features = features;
        this.values = values;
    }

    /**
     * Returns a matrix over a copy of row-major values: customer {@code i}'s feature {@code j} is at
     * {@code i * features.size() + j}.
     *
     * @throws IllegalArgumentException where there are no features or no rows, the length is not a multiple of the
     *     number of features, or a value is NaN, infinite or beyond ±1e140; the message names the row and the feature
     */
    public static FeatureMatrix of(List<Feature> features, double[] values) {
        int d = features.size();
        if (d > 0 && values.length % d != 0) {
            throw new IllegalArgumentException(
                    "%d values cannot be laid out in rows of %d features".formatted(values.length, d));
        }
        return of(features, d == 0 ? 0 : values.length / d, (row, column) -> values[row * d + column]);
    }

    /**
     * Returns a matrix of the numbers at n × d places, as {@link #of(List, double[])}.
     *
     * @throws IllegalArgumentException where there are no features or no rows, or a value is NaN, infinite or beyond
     *     ±1e140; the message names the row and the feature
     */
    public static FeatureMatrix of(List<Feature> features, int rows, FeatureBlocks.Cells cells) {
        if (features.isEmpty() || rows < 1) {
            throw new IllegalArgumentException(
                    "A feature matrix needs at least one feature and one row, got %d features and %d rows"
                            .formatted(features.size(), rows));
        }
        FeatureBlocks values = FeatureBlocks.of(rows, features.size(), cells);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < features.size(); j++) {
                checkFinite(values.at(row, j), features.get(j), row + 1);
            }
        }
        return new FeatureMatrix(List.copyOf(features), values);
    }

    /**
     * Returns a matrix of numeric columns of a customer table, one row a customer, in file order; each feature keeps its
     * column's name.
     *
     * @param columns names in the table's descriptor, such as {@code Annual Income (k$)}
     * @throws IllegalArgumentException where there is no such column, it holds text, or a value is missing
     */
    public static FeatureMatrix of(CustomerTable customers, String... columns) {
        List<Feature> features = Arrays.stream(columns)
                .map(column -> customers.dataset().field(column))
                .map(field -> new Feature(field.title(), field.unit(), field.noun(), field.name()))
                .toList();
        IntToDoubleFunction[] values =
                Arrays.stream(columns).map(customers::numberByRow).toArray(IntToDoubleFunction[]::new);
        return of(features, customers.rows(), (row, column) -> values[column].applyAsDouble(row));
    }

    /**
     * Returns a matrix of numeric columns of a Tablesaw table, in file order; without names, of all its numeric columns.
     *
     * @throws IllegalArgumentException where there is no such column, it holds no numbers, or a value is missing
     */
    public static FeatureMatrix of(Table table, String... columns) {
        List<? extends NumericColumn<?>> chosen = columns.length == 0
                ? table.numericColumns()
                : Arrays.stream(columns).map(name -> numericColumn(table, name)).toList();
        List<double[]> values =
                chosen.stream().map(NumericColumn::asDoubleArray).toList();
        return of(
                chosen.stream().map(column -> Feature.named(column.name())).toList(),
                table.rowCount(),
                (row, column) -> values.get(column)[row]);
    }

    private static NumericColumn<?> numericColumn(Table table, String name) {
        return table.numericColumns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no numeric column %s; there are %s"
                        .formatted(
                                name,
                                table.numericColumns().stream()
                                        .map(NumericColumn::name)
                                        .collect(Collectors.joining(", ")))));
    }

    /**
     * Returns a matrix over copied rows of d values each.
     *
     * @param names what the d features are called; none for x1, x2, …
     * @throws IllegalArgumentException where the rows have not as many values as there are names, or as {@link
     *     #of(List, double[])}
     */
    public static FeatureMatrix of(double[][] rows, String... names) {
        int d = rows.length == 0 ? 0 : rows[0].length;
        return ofRows(
                names.length > 0
                        ? Arrays.stream(names).map(Feature::named).toList()
                        : IntStream.rangeClosed(1, d)
                                .mapToObj(j -> Feature.named("x" + j))
                                .toList(),
                rows);
    }

    /** Returns a matrix over copied rows, as {@link #of(List, double[])}; the rows must all have d values. */
    public static FeatureMatrix ofRows(List<Feature> features, double[][] rows) {
        for (double[] row : rows) {
            if (row.length != features.size()) {
                throw new IllegalArgumentException(
                        "A row has %d values, there are %d features".formatted(row.length, features.size()));
            }
        }
        return of(features, rows.length, (row, column) -> rows[row][column]);
    }

    private static void checkFinite(double value, Feature feature, int row) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s is %s in row %d; clustering needs a finite number in every cell"
                    .formatted(feature.name(), value, row));
        }
        if (Math.abs(value) > LARGEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s is %.3e in row %d; clustering needs numbers between ±1e140, so correct it or change the unit",
                    feature.name(),
                    value,
                    row));
        }
    }

    /** Returns the number of customers, n. */
    public int rows() {
        return values.rows();
    }

    /** Returns the number of features, d. */
    public int columns() {
        return features.size();
    }

    /** Returns the features, in column order. */
    public List<Feature> features() {
        return features;
    }

    /** Returns one value; rows and columns are counted from 0. */
    public double at(int row, int column) {
        return values.at(row, column);
    }

    /** Returns a copy of one customer's d values. */
    public double[] row(int row) {
        double[] copy = new double[columns()];
        values.copyRow(row, copy, 0);
        return copy;
    }

    /** Returns a copy of one feature's n values. */
    public double[] column(int column) {
        return values.column(column);
    }

    /** Returns a copy as n rows of d values. */
    public double[][] toRows() {
        return IntStream.range(0, rows()).mapToObj(this::row).toArray(double[][]::new);
    }

    /** Returns a copy of all n × d values, row-major. */
    public double[] values() {
        double[] copy = new double[rows() * columns()];
        for (int row = 0; row < rows(); row++) {
            values.copyRow(row, copy, row * columns());
        }
        return copy;
    }

    /** Returns the n × d values in blocks; nothing is copied. */
    public FeatureBlocks blocks() {
        return values;
    }

    /** Returns chosen rows in a chosen order, in blocks; rows are counted from 0. */
    public FeatureBlocks blocks(int[] chosen) {
        return FeatureBlocks.of(chosen.length, columns(), (row, column) -> at(chosen[row], column));
    }

    /** Tells whether at least {@code count} rows differ from one another: so many groups can be told apart. */
    public boolean hasDistinctRows(int count) {
        return distinctRows(count) == count;
    }

    /** Returns how many rows differ from one another, counted up to {@code most}. */
    public int distinctRows(int most) {
        return (int) IntStream.range(0, rows())
                .mapToObj(i -> DoubleBuffer.wrap(row(i)))
                .distinct()
                .limit(most)
                .count();
    }

    /**
     * Returns the matrix with one column in another unit, as in 15 k$ and 15,000 $.
     *
     * @param column counted from 0
     * @param factor how many of the new unit make one of the old
     */
    public FeatureMatrix inUnit(int column, String unit, double factor) {
        List<Feature> renamed = new ArrayList<>(features);
        renamed.set(column, features.get(column).withUnit(unit));
        return of(renamed, rows(), (row, j) -> j == column ? at(row, j) * factor : at(row, j));
    }

    /**
     * Returns the matrix without one feature.
     *
     * @param column counted from 0
     * @throws IllegalArgumentException where there is no such column, or it is the only one
     */
    public FeatureMatrix without(int column) {
        if (column < 0 || column >= columns() || columns() == 1) {
            throw new IllegalArgumentException(
                    "Feature %d of %d cannot be left out; name one of at least two, counted from 0"
                            .formatted(column, columns()));
        }
        List<Feature> rest = new ArrayList<>(features);
        rest.remove(column);
        return of(rest, rows(), (row, j) -> at(row, j < column ? j : j + 1));
    }

    @Override
    public String toString() {
        return "%d customers × %d features: %s"
                .formatted(
                        rows(),
                        columns(),
                        String.join(", ", features.stream().map(Feature::label).toList()));
    }
}
