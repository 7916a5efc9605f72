package segmentation.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.DescribingColumns;
import segmentation.stats.NumericSummary;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Where the customers of a segmentation come from. */
interface CustomerSource {

    /** Returns what it is called, such as {@code customers.csv}. */
    String name();

    /** Returns what sentences on faults call it, such as {@code data/customers.csv}. */
    String shown();

    /** Returns the column of a name. */
    String column(String name);

    /** Returns the columns of these names, each once. */
    default List<String> columns(List<String> names) {
        return names.stream().map(this::column).distinct().toList();
    }

    /** Returns numbers by the columns of these names. */
    default Map<String, Double> byColumn(Map<String, Double> numbers) {
        Map<String, Double> known = new LinkedHashMap<>();
        numbers.forEach((name, number) -> known.put(column(name), number));
        return known;
    }

    /** Returns the features of a segmentation that names none. */
    List<String> features();

    /** Returns the customers whose features are known. */
    CustomerTable customers(List<String> features, Optional<String> id);

    /** Returns the columns that segments are worth comparing on, the features first. */
    List<String> describing(List<String> features, Optional<String> id);

    /** Returns the medians of these features over all rows, those that are left out for another reason too; NaN for none. */
    double[] medians(List<String> features);

    /** Returns the file, where it is one that nobody has described. */
    Optional<CustomerFile> file();

    /** Returns rows of numbers as a table with these columns. */
    static Table table(double[][] rows, String... names) {
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != names.length) {
                throw new IllegalArgumentException("Row %d has %d numbers, there are %d names of columns"
                        .formatted(row + 1, rows[row].length, names.length));
            }
        }
        return Table.create(
                "customers",
                IntStream.range(0, names.length)
                        .mapToObj(column -> DoubleColumn.create(
                                names[column], Arrays.stream(rows).mapToDouble(row -> row[column])))
                        .toArray(DoubleColumn[]::new));
    }

    /** A file that nobody has described. */
    record OfFile(CustomerFile read) implements CustomerSource {

        @Override
        public String name() {
            return read.name();
        }

        @Override
        public String shown() {
            return read.shown();
        }

        @Override
        public String column(String name) {
            return read.column(name).name();
        }

        @Override
        public List<String> features() {
            return read.proposal().taken();
        }

        @Override
        public CustomerTable customers(List<String> features, Optional<String> id) {
            return read.customers(features, id);
        }

        @Override
        public List<String> describing(List<String> features, Optional<String> id) {
            return DescribingColumns.of(read, features, id.orElse(""));
        }

        @Override
        public double[] medians(List<String> features) {
            return features.stream()
                    .mapToDouble(name -> read.header().contains(name) ? read.median(read.column(name)) : Double.NaN)
                    .toArray();
        }

        @Override
        public Optional<CustomerFile> file() {
            return Optional.of(read);
        }
    }

    /** A table whose columns are described. */
    record OfTable(CustomerTable table) implements CustomerSource {

        @Override
        public String name() {
            return table.dataset().published().file();
        }

        @Override
        public String shown() {
            return name();
        }

        @Override
        public String column(String name) {
            return table.dataset().field(name).name();
        }

        @Override
        public List<String> features() {
            return table.dataset().fields().stream()
                    .filter(field -> field.isNumeric() && !table.dataset().isId(field))
                    .map(Field::name)
                    .toList();
        }

        @Override
        public CustomerTable customers(List<String> features, Optional<String> id) {
            return table;
        }

        @Override
        public List<String> describing(List<String> features, Optional<String> id) {
            Stream<String> others = table.dataset().fields().stream()
                    .filter(field ->
                            !features.contains(field.name()) && !table.dataset().isId(field))
                    .filter(this::tells)
                    .map(Field::name)
                    .limit(DescribingColumns.MOST);
            return Stream.concat(features.stream(), others).toList();
        }

        /** Says whether at least half of the values are known and differ; of texts, whether there are few. */
        private boolean tells(Field field) {
            List<String> known = table.texts(field.name()).stream()
                    .filter(text -> !text.isEmpty())
                    .toList();
            int distinct = Set.copyOf(known).size();
            boolean categories = field.type() != FieldType.DATE
                    && distinct <= DescribingColumns.MOST_VALUES
                    && distinct < known.size();
            return 2 * known.size() >= table.rows() && distinct > 1 && (field.isNumeric() || categories);
        }

        @Override
        public double[] medians(List<String> features) {
            return features.stream()
                    .mapToDouble(name -> table.dataset().fields().stream()
                                    .anyMatch(field -> field.name().equals(name))
                            ? NumericSummary.of(table.numbers(name)).median()
                            : Double.NaN)
                    .toArray();
        }

        @Override
        public Optional<CustomerFile> file() {
            return Optional.empty();
        }
    }
}
