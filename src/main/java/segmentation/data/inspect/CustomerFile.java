package segmentation.data.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segmentation.csv.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DataQuality;
import segmentation.data.customers.FileFormat;
import segmentation.data.customers.RowIssue;
import segmentation.data.customers.ValidatedRows;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.value.DateFormat;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * A customer file that no descriptor knows: read as it is, its columns described by their own cells. Immutable.
 *
 * <p>Encoding, delimiter and decimal sign are found from the file where {@link ReadingOptions} do not name them, and
 * {@link #notes} says what was guessed or repaired. Missing are empty cells and NA, N/A, #N/A, NaN, null, None, - and ?
 * in any case. Blank lines are left out.
 *
 * <p>Refused with a {@link DataException}: a missing, empty, binary or unreadable file, one of more than 512 MB, a line of
 * more than ten million characters, more than 16,384 columns, a header without rows below it, a first line of numbers
 * only, a quote that is not closed, most rows longer than the header, numbers that can be read in two ways.
 */
public final class CustomerFile {
    private final String name;
    private final CsvSource file;
    private final FileTable body;
    private final NumberFormat format;
    private final MissingValues missing;
    private final List<ColumnProfile> columns;

    private CustomerFile(String name, CsvSource file, ReadingOptions options) {
        this.name = name;
        this.file = file;
        this.body = FileTable.of(file);
        this.missing = MissingValues.and(options.missing());
        this.format = body.numberFormat(file, options, missing);
        this.columns = ColumnProfiler.of(body, format, missing);
    }

    /** Reads a file; sentences name it as it is given here. */
    public static CustomerFile read(Path file, ReadingOptions options) {
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        return new CustomerFile(name, CsvSource.small(file, SourceName.of(file), options, List.of()), options);
    }

    /** Returns the file as it was named to be read: so sentences name it. */
    public String shown() {
        return file.name().text();
    }

    /** Returns the file's name without its folder. */
    public String name() {
        return name;
    }

    /** Returns the number of rows below the header that hold more than blanks. */
    public int rows() {
        return body.cells().rows();
    }

    /** Returns the names of the columns: none blank, all different. */
    public List<String> header() {
        return body.header().names();
    }

    /** Returns the header's cells as the file writes them. */
    public List<String> originalHeader() {
        return body.header().written();
    }

    /**
     * Returns the cells of all rows in file order, unquoted and otherwise untouched, each row as long as the header: the
     * surplus of one too long is joined to its last cell by the delimiter, one too short is filled up with empty cells.
     */
    public List<List<String>> cells() {
        return body.cells().asLists();
    }

    /** Returns the physical line, counted from 1, on which each row starts. */
    public int[] lines() {
        return body.lines().clone();
    }

    /** Returns the name of the encoding. */
    public String encoding() {
        return file.encoding().name();
    }

    /** Returns what separates cells. */
    public char delimiter() {
        return file.dialect().delimiter();
    }

    /** Says whether the comma is the decimal sign. */
    public boolean decimalComma() {
        return format.decimal() == ',';
    }

    /** Returns sentences on what was guessed or repaired, none where nothing was. */
    public List<String> notes() {
        return FileNotes.of(file.encoding().notes(), body, format, columns);
    }

    /** Returns what each column turned out to hold. */
    public List<ColumnProfile> columns() {
        return columns;
    }

    /**
     * Returns the column of a name, exactly as in {@link #header}, else without regard to case, spaces and underscores.
     *
     * @throws DataException where there is none, naming the nearest, or where there are several
     */
    public ColumnProfile column(String wanted) {
        return columns.get(ColumnNames.of(file.name(), header()).place(wanted));
    }

    /** Returns what a person should know of the file before using it. */
    public FileCheck check() {
        return FileCheck.of(this, file.dialect(), body);
    }

    /**
     * Proposes features.
     *
     * @throws DataException where no column can be taken, or more than 50 could
     */
    public FeatureProposal proposal() {
        return FeatureProposal.of(file.name(), columns);
    }

    /** Returns sentences that warn of features asked for, named as {@link #column} takes them; none where all is well. */
    public List<String> warnings(List<String> features) {
        return FeatureChoice.of(file.name(), this, features).warnings();
    }

    /**
     * Returns the customers whose features are all there and numbers. Rows that lack one, have it unreadable, are ragged,
     * or repeat an id are left out, and {@link DataQuality#issues} lists them by line; other columns never cost a row.
     * The table has all columns of the file, named as in {@link #header}; cells that do not fit their column are missing
     * in it.
     *
     * @param features at least one column of numbers, named as {@link #column} takes it
     * @param id column that tells customers apart
     * @throws DataException where a name is wrong, a feature is no column of numbers, more than half of the ids repeat,
     *     or no row is left
     */
    public CustomerTable customers(List<String> features, Optional<String> id) {
        List<String> names = FeatureChoice.of(file.name(), this, features).names();
        Optional<ColumnProfile> idColumn = id.map(this::column);
        idColumn.ifPresent(this::refuseTransactions);
        Dataset dataset = InferredDataset.of(name, rows(), columns, names, idColumn.map(ColumnProfile::name));
        ValidatedRows checked = inferred().rows(dataset);
        if (checked.kept().length == 0) {
            throw none(checked);
        }
        return CustomerTable.of(fileFormat(), originalHeader(), checked, DataSource.Origin.OWN);
    }

    /**
     * Returns the features of all rows, in file order, for a model that knows them; faults as with {@link #customers}.
     *
     * @param wanted at least one column, named as {@link #column} takes it
     * @param id column whose values may not repeat; passed over where the file has none of that name
     * @throws DataException where columns are lacking, naming them all, or a name may mean several
     */
    public FeatureRows features(List<String> wanted, Optional<String> id) {
        return FeatureRows.of(file.name(), this, body, inferred(), wanted, id);
    }

    private InferredCells inferred() {
        return InferredCells.of(body, format, missing, columns);
    }

    private FileFormat fileFormat() {
        List<DateFormat> dates =
                columns.stream().flatMap(column -> column.dateFormat().stream()).toList();
        return new FileFormat(
                encoding(),
                file.encoding().reason(),
                file.dialect().delimiterName(),
                body.blankLines(),
                Map.of(),
                List.of(),
                dates);
    }

    private void refuseTransactions(ColumnProfile id) {
        int repeated = id.filled() - id.distinct();
        if (2 * repeated > rows()) {
            throw DataException.inFile(
                    file.name(),
                    "%s of %s rows that repeat an earlier %s"
                            .formatted(
                                    NumberText.count(repeated), NumberText.count(rows()), Excerpt.shortened(id.name())),
                    "one row a customer",
                    "if these are transactions, turn them into customers first with rfm");
        }
    }

    private DataException none(ValidatedRows checked) {
        RowIssue first = checked.issues().get(0);
        return DataException.atCell(
                file.name(),
                first.line(),
                first.column(),
                first.found(),
                first.expected(),
                "none of the rows (%s) can be used, so choose other features".formatted(NumberText.count(rows())));
    }
}
