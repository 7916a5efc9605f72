package segmentation.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * The customers of a file that were kept, at least one, in file order: every value checked, every missing one known.
 * Immutable.
 *
 * <p>Columns go by the descriptor's names, whatever the file calls them.
 */
public final class CustomerTable {
    private static final int LONGEST_HEAD = 10;

    private final Columns columns;
    private final List<String> originalHeader;
    private final List<CheckedRow> kept;
    private final DataQuality quality;
    private final DataSource source;
    private final String contentHash;

    private CustomerTable(
            Columns columns,
            List<String> originalHeader,
            List<CheckedRow> kept,
            DataQuality quality,
            DataSource source,
            String contentHash) {
        this.columns = columns;
        this.originalHeader = originalHeader;
        this.kept = kept;
        this.quality = quality;
        this.source = source;
        this.contentHash = contentHash;
    }

    /** Keeps the good rows; {@code otherwise} is their origin if they are not what was published. */
    static CustomerTable of(
            Dataset dataset,
            FileFormat format,
            List<String> originalHeader,
            List<CheckedRow> rows,
            DataSource.Origin otherwise) {
        List<CheckedRow> kept = rows.stream().filter(CheckedRow::isGood).toList();
        List<RowIssue> issues =
                rows.stream().flatMap(row -> row.issues().stream()).toList();
        Columns columns = Columns.of(dataset, kept);
        String hash = ContentHash.of(columns);
        boolean published = hash.equals(dataset.published().contentHash());
        DataSource.Origin origin = published ? DataSource.Origin.ORIGINAL : otherwise;
        return new CustomerTable(
                columns,
                originalHeader,
                kept,
                DataQuality.of(columns, format, rows),
                new DataSource(origin, kept.size(), dataset.population()),
                hash);
    }

    /** Returns the descriptor that the file was checked against. */
    public Dataset dataset() {
        return columns.dataset();
    }

    /** Returns where the rows came from. */
    public DataSource source() {
        return source;
    }

    /**
     * Returns {@code sha256:} and the hash of what the table says: the same for files that differ only in their looks,
     * and for the published file the one in {@link Published#contentHash}.
     */
    public String contentHash() {
        return contentHash;
    }

    /** Returns what was found in the file, and what was done about it. */
    public DataQuality quality() {
        return quality;
    }

    /** Returns the number of rows kept. */
    public int rows() {
        return columns.rows();
    }

    /**
     * Returns a fresh Tablesaw table, one column a field: whole numbers, numbers or text, missing values as Tablesaw
     * marks them. Changing it changes nothing here.
     */
    public Table table() {
        return TablesawColumns.of(columns);
    }

    /**
     * Returns the values of a numeric column, NaN where missing.
     *
     * @param column name in the descriptor; {@link IllegalArgumentException} where there is none, or it holds text
     */
    public double[] numbers(String column) {
        return columns.numbers(dataset().field(column));
    }

    /**
     * Returns the values of a column as text, empty where missing; numbers are written the shortest way.
     *
     * @param column name in the descriptor; {@link IllegalArgumentException} where there is none
     */
    public List<String> texts(String column) {
        return List.of(columns.texts(dataset().field(column)));
    }

    /** Returns how many rows equal an earlier row in all of these columns, named as in the descriptor. */
    public int duplicates(String... names) {
        return columns.duplicates(
                Arrays.stream(names).map(name -> dataset().field(name)).toList());
    }

    /**
     * Returns the first rows as a table, fewer where there are fewer.
     *
     * @param count 1 to 10, since a notebook that shows more would republish the file
     */
    public ResultTable head(int count) {
        if (count < 1 || count > LONGEST_HEAD) {
            throw new IllegalArgumentException(
                    "The number of rows to show must be from 1 to " + LONGEST_HEAD + ", was " + count);
        }
        List<ResultTable.Column> header = dataset().fields().stream()
                .map(field -> new ResultTable.Column(field.name(), field.isNumeric()))
                .toList();
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < Math.min(count, rows()); row++) {
            cells.add(columns.row(row).stream()
                    .map(value -> value.isEmpty() ? "–" : value)
                    .toList());
        }
        return new ResultTable("", header, cells);
    }

    /**
     * Returns the numeric columns, the id left out, in a few figures each: count, missing, minimum, quartiles
     * interpolated as NumPy does, mean, maximum, standard deviation of a sample.
     */
    public ResultTable summary() {
        ResultTable.Builder table = ResultTable.titled("")
                .text("column")
                .figures("count", "missing", "min", "Q1", "median", "mean", "Q3", "max", "std. dev.");
        columns.measures().forEach(field -> table.row(cells(field, NumericSummary.of(columns.numbers(field)))));
        return table.build();
    }

    /** Returns the header cells as the file writes them, columns that the descriptor does not know included. */
    public List<String> originalHeader() {
        return originalHeader;
    }

    /**
     * Returns the cells of each kept row as the file writes them, unquoted and otherwise untouched, columns that the
     * descriptor does not know included. Spaces around cells are gone only where spaces stand before opening quotes.
     */
    public List<List<String>> originalRows() {
        return kept.stream().map(row -> row.row().cells()).toList();
    }

    /** Returns the physical line of the file, counted from 1, on which each kept row starts. */
    public int[] lines() {
        return kept.stream().mapToInt(row -> row.row().line()).toArray();
    }

    private static List<String> cells(Field field, NumericSummary figures) {
        Function<Double, String> value = figure -> Figures.fixed(figure, 2);
        Function<Double, String> observed = field.type() == FieldType.INTEGER ? f -> Figures.fixed(f, 0) : value;
        return List.of(
                field.label(),
                Figures.count(figures.count()),
                Figures.count(figures.missing()),
                observed.apply(figures.minimum()),
                value.apply(figures.lowerQuartile()),
                value.apply(figures.median()),
                value.apply(figures.mean()),
                value.apply(figures.upperQuartile()),
                observed.apply(figures.maximum()),
                value.apply(figures.standardDeviation()));
    }
}
