package segmentation.data.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import segmentation.csv.CsvRow;
import segmentation.csv.ListView;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Dataset.Published;
import segmentation.text.ResultTable;
import tech.tablesaw.api.Table;

/**
 * The customers of a file that were kept, at least one, in file order: every value checked, every missing one known.
 * Immutable.
 *
 * <p>Columns go by the descriptor's names, whatever the file calls them.
 */
public final class CustomerTable {
    private final Columns columns;
    private final List<CsvRow> kept;
    private final FileRead file;
    private final RowDecisions decisions;

    private CustomerTable(Columns columns, List<CsvRow> kept, FileRead file, RowDecisions decisions) {
        this.columns = columns;
        this.kept = kept;
        this.file = file;
        this.decisions = decisions;
    }

    /** Keeps the good rows; {@code otherwise} is their origin if they are not what was published. */
    public static CustomerTable of(
            FileFormat format, List<String> originalHeader, ValidatedRows rows, DataSource.Origin otherwise) {
        FileRead file = FileRead.of(format, originalHeader, rows, otherwise);
        Columns columns = rows.values();
        return new CustomerTable(columns, rows.keptRows(), file, new RowDecisions(columns.rows(), List.of()));
    }

    /**
     * Takes the customers of a Tablesaw table, one a row, as the names and types of its columns describe them: whole
     * numbers, numbers and dates are such, all else is text. A unit may stand in parentheses behind a name.
     *
     * @throws IllegalArgumentException where the table has no row, or a number is infinite
     */
    public static CustomerTable of(Table table) {
        return of(table, Optional.empty());
    }

    /** Takes the customers of a Tablesaw table as {@link #of(Table)}; the column {@code id} tells them apart. */
    public static CustomerTable of(Table table, String id) {
        return of(table, Optional.of(id));
    }

    private static CustomerTable of(Table table, Optional<String> id) {
        Columns columns = TablesawTables.columns(table, id);
        List<CsvRow> rows = ListView.of(columns.rows(), row -> new CsvRow(row + 1, columns.row(row)));
        int[] all = IntStream.range(0, rows.size()).toArray();
        return of(
                FileFormat.ofATable(),
                table.columnNames(),
                new ValidatedRows(rows, all, columns, 0, List.of()),
                DataSource.Origin.TABLE);
    }

    /** Returns the descriptor that the file was checked against. */
    public Dataset dataset() {
        return columns.dataset();
    }

    /** Returns where the rows came from. */
    public DataSource source() {
        return file.source();
    }

    /**
     * Returns {@code sha256:} and the hash of what the file says: the same for files that differ only in their looks,
     * and for the published file the one in {@link Published#contentHash}.
     */
    public String contentHash() {
        return file.contentHash();
    }

    /** Returns what was found in the file, and what was done about it. */
    public DataQuality quality() {
        return file.quality();
    }

    /** Returns every fault of every row that was left out when the file was read, in file order. */
    public List<RowIssue> issues() {
        return file.issues();
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
        return TablesawTables.of(columns);
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
     * Returns what says the value of a numeric column in a row, counted from 0, NaN where missing: {@link #numbers} without
     * a copy.
     *
     * @param column name in the descriptor; {@link IllegalArgumentException} where there is none, or it holds text
     */
    public IntToDoubleFunction numberByRow(String column) {
        return columns.numeric(dataset().field(column).name())::at;
    }

    /**
     * Returns the values of a column as text, empty where missing; numbers are written the shortest way.
     *
     * @param column name in the descriptor; {@link IllegalArgumentException} where there is none
     */
    public List<String> texts(String column) {
        return List.of(columns.texts(dataset().field(column)));
    }

    /**
     * Returns who each customer is, a line a column, such as {@code Age (years): 19}.
     *
     * @param names as in the descriptor; {@link IllegalArgumentException} where there is no such column
     */
    public List<List<String>> labels(String... names) {
        return ColumnTables.labels(
                columns, Arrays.stream(names).map(name -> dataset().field(name)).toList());
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
        return ColumnTables.head(columns, count);
    }

    /**
     * Returns the numeric columns, the id left out, in a few figures each: count, missing, minimum, quartiles
     * interpolated as NumPy does, mean, maximum, standard deviation of a sample.
     */
    public ResultTable summary() {
        return ColumnTables.summary(columns);
    }

    /**
     * Returns the table without the customers that a rule picks. Lines and original rows stay with those kept; source,
     * quality and hash remain those of the file.
     *
     * @param reason what the rule picks, in a few words, such as {@code income missing}; not blank
     * @throws IllegalArgumentException where the reason is blank, or no customer would be left
     */
    public CustomerTable without(String reason, Predicate<Customer> rule) {
        IntFunction<Customer> customers = Customer.each(columns);
        int[] places = IntStream.range(0, rows())
                .filter(row -> !rule.test(customers.apply(row)))
                .toArray();
        if (reason.isBlank() || places.length == 0) {
            throw new IllegalArgumentException(
                    reason.isBlank()
                            ? "Leaving customers out needs a reason"
                            : "Without customers of '%s' none of the %d is left; ask for less"
                                    .formatted(reason, rows()));
        }
        return new CustomerTable(
                columns.select(places),
                ListView.of(places.length, row -> kept.get(places[row])),
                file,
                decisions.and(reason, places.length));
    }

    /** Returns what was left out since the file was read, and why; without any {@link #without}, nothing. */
    public RowDecisions decisions() {
        return decisions;
    }

    /**
     * Returns the table with one more column at the right of {@link #dataset}, which can then be used as any other. The
     * original rows stay as they are.
     *
     * @throws IllegalArgumentException where there is a column of that name, or a value is infinite
     */
    public CustomerTable with(DerivedColumn column) {
        double[] values = column.values(columns);
        return new CustomerTable(columns.with(column.field(values), values), kept, file, decisions);
    }

    /** Returns the header cells as the file writes them, columns that the descriptor does not know included. */
    public List<String> originalHeader() {
        return file.header();
    }

    /**
     * Returns the cells of each kept row as the file writes them, unquoted and otherwise untouched, columns that the
     * descriptor does not know included. Spaces around cells are gone only where spaces stand before opening quotes.
     */
    public List<List<String>> originalRows() {
        return ListView.of(kept.size(), row -> kept.get(row).cells());
    }

    /** Returns the physical line of the file, counted from 1, on which each kept row starts. */
    public int[] lines() {
        return kept.stream().mapToInt(CsvRow::line).toArray();
    }
}
