package segmentation.data.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segmentation.csv.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DataQuality;
import segmentation.data.customers.Deferred;
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
    private static final int MOST_HEADER_NOTES = 5;

    private final ReadFile read;
    private final Map<String, Double> medians;
    private final Deferred<FileCheck> check = Deferred.of(this::checked);

    private CustomerFile(ReadFile read, Map<String, Double> medians) {
        this.read = read;
        this.medians = medians;
    }

    /** Reads a file; sentences name it as it is given here. */
    public static CustomerFile read(Path file, ReadingOptions options) {
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        CsvSource source = CsvSource.small(file, SourceName.of(file), options, List.of());
        return new CustomerFile(ReadFile.of(name, source, options), Map.of());
    }

    /** Returns the same file as a sample of customers of whom these medians are known, by the names of columns. */
    public CustomerFile ofCustomersWith(Map<String, Double> known) {
        return new CustomerFile(read, Map.copyOf(known));
    }

    /** Returns the median of a column's numbers, of all customers where it is known; NaN where there is none. */
    public double median(ColumnProfile column) {
        return Optional.ofNullable(medians.get(column.name()))
                .orElseGet(() -> column.figures().median());
    }

    /** Returns the file as it was named to be read: so sentences name it. */
    public String shown() {
        return read.source().name().text();
    }

    /** Returns the file's name without its folder. */
    public String name() {
        return read.name();
    }

    /** Returns the number of rows below the header that hold more than blanks. */
    public int rows() {
        return read.rows();
    }

    /** Returns the names of the columns: none blank, all different. */
    public List<String> header() {
        return read.body().header().names();
    }

    /** Returns the header's cells as the file writes them. */
    public List<String> originalHeader() {
        return read.body().header().written();
    }

    /**
     * Returns the cells of all rows in file order, unquoted and otherwise untouched, each row as long as the header: the
     * surplus of one too long is joined to its last cell by the delimiter, one too short is filled up with empty cells.
     */
    public List<List<String>> cells() {
        return read.body().cells().asLists();
    }

    /** Returns the physical line, counted from 1, on which each row starts. */
    public int[] lines() {
        return read.body().lines().clone();
    }

    /** Returns the name of the encoding. */
    public String encoding() {
        return read.source().encoding().name();
    }

    /** Returns what separates cells. */
    public char delimiter() {
        return read.source().dialect().delimiter();
    }

    /** Says whether the comma is the decimal sign. */
    public boolean decimalComma() {
        return numberFormat().decimal() == ',';
    }

    /** Returns how the file writes numbers. */
    public NumberFormat numberFormat() {
        return read.format();
    }

    /** Returns the cells that stand for a missing value. */
    public MissingValues missingValues() {
        return read.missing();
    }

    /** Returns sentences on what was guessed or repaired, none where nothing was. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(read.source().notes());
        List<String> header = read.body().header().notes();
        notes.addAll(header.subList(0, Math.min(MOST_HEADER_NOTES, header.size())));
        if (header.size() > MOST_HEADER_NOTES) {
            notes.add("%s more headers were blank or repeated."
                    .formatted(NumberText.count(header.size() - MOST_HEADER_NOTES)));
        }
        if (read.body().blankLines() > 0) {
            notes.add("Blank lines left out: %s."
                    .formatted(NumberText.count(read.body().blankLines())));
        }
        if (!read.body().ragged().isEmpty()) {
            int first = read.body().ragged().keySet().iterator().next();
            notes.add("Rows with more or fewer cells than the header: %s, the first on line %d; they are not used."
                    .formatted(NumberText.count(read.body().ragged().size()), first));
        }
        notes.addAll(read.source().leftOutNote(read.body().leftOut()));
        notes.addAll(read.body().otherRows());
        if (decimalComma()) {
            notes.add("The comma is read as the decimal sign.");
        }
        notes.addAll(readings());
        return List.copyOf(notes);
    }

    /** Returns a sentence for each column that could have been read in another way. */
    private List<String> readings() {
        List<String> notes = new ArrayList<>();
        read.columns().stream()
                .filter(ColumnProfile::keepsNa)
                .forEach(column -> notes.add(
                        "NA in %s is read as a region; --missing NA takes it for missing.".formatted(column.shown())));
        read.columns().stream()
                .flatMap(column -> column.dateFormat().stream())
                .filter(DateFormat::isAmbiguous)
                .forEach(dates -> notes.add("Dates in %s are read %s, though %s; say which with --date-order."
                        .formatted(
                                Excerpt.shortened(dates.column()),
                                dates.order(),
                                dates.doubt().orElseThrow().words())));
        return notes;
    }

    /** Returns what each column turned out to hold. */
    public List<ColumnProfile> columns() {
        return read.columns();
    }

    /**
     * Returns the column of a name, exactly as in {@link #header}, else without regard to case, spaces and underscores.
     *
     * @throws DataException where there is none, naming the nearest, or where there are several
     */
    public ColumnProfile column(String wanted) {
        return read.column(wanted);
    }

    /** Returns what a person should know of the file before using it. */
    public FileCheck check() {
        return check.get();
    }

    private FileCheck checked() {
        return FileCheck.of(read, advice());
    }

    /**
     * Proposes features.
     *
     * @throws DataException where no column can be taken, or more than 50 could
     */
    public FeatureProposal proposal() {
        return FeatureProposal.of(read.source().name(), read.columns(), against());
    }

    /** Says of each of these features whether its logarithm is worth taking, and why. */
    public List<LogChoice> logarithms(List<String> features) {
        return chosen(features).stream()
                .map(column -> LogChoice.of(read, column))
                .toList();
    }

    /** Returns sentences that warn of features asked for, named as {@link #column} takes them; none where all is well. */
    public List<String> warnings(List<String> features) {
        return warningsOf(chosen(features));
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
        List<String> names = chosen(features).stream().map(ColumnProfile::name).toList();
        Optional<ColumnProfile> idColumn = id.map(this::column);
        idColumn.ifPresentOrElse(
                this::refuseTransactions,
                () -> read.columns().stream()
                        .filter(column ->
                                column.repeatsCustomers() && !excluded().contains(column))
                        .forEach(this::refuseTransactions));
        Dataset dataset =
                InferredCells.dataset(name(), rows(), read.columns(), names, idColumn.map(ColumnProfile::name));
        ValidatedRows checked = inferred(names).rows(dataset);
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
        return FeatureRows.of(read, this::inferred, wanted, id);
    }

    /** Returns the features of all rows; where missing ones are to be imputed, these medians stand for them, but for NaN. */
    public FeatureRows features(List<String> wanted, Optional<String> id, double[] medians) {
        Map<String, Double> known = new LinkedHashMap<>();
        for (int i = 0; i < medians.length; i++) {
            if (!Double.isNaN(medians[i]) && read.body().header().knows(wanted.get(i))) {
                known.put(column(wanted.get(i)).name(), medians[i]);
            }
        }
        return FeatureRows.of(read, features -> isImputed() ? reader().imputing(known) : reader(), wanted, id);
    }

    /** Says whether a missing feature is taken for a median, as was asked for. */
    public boolean isImputed() {
        return read.source().options().isImputed();
    }

    private InferredCells inferred(List<String> features) {
        Map<String, Double> known = new LinkedHashMap<>();
        read.columns().stream()
                .filter(column -> isImputed() && features.contains(column.name()))
                .filter(column -> column.figures().count() > 0)
                .forEach(column -> known.put(column.name(), median(column)));
        return reader().imputing(known);
    }

    private InferredCells reader() {
        return InferredCells.of(read.body(), numberFormat(), missingValues(), read.columns());
    }

    private FileFormat fileFormat() {
        List<DateFormat> dates = read.columns().stream()
                .flatMap(column -> column.dateFormat().stream())
                .toList();
        return new FileFormat(
                encoding(),
                read.source().encoding().reason(),
                read.source().dialect().delimiterName(),
                read.body().blankLines(),
                Map.of(),
                List.of(),
                dates);
    }

    private void refuseTransactions(ColumnProfile id) {
        int repeated = id.filled() - id.distinct();
        if (2 * repeated > rows()) {
            throw DataException.inFile(
                    read.source().name(),
                    "%s of %s rows that repeat an earlier %s"
                            .formatted(
                                    NumberText.count(repeated), NumberText.count(rows()), Excerpt.shortened(id.name())),
                    "one row a customer",
                    "if these are transactions, turn them into customers first with rfm"
                            + (id.customerId() ? "; if " + id.shown() + " is no id, say --exclude " + id.shown() : ""));
        }
    }

    private DataException none(ValidatedRows checked) {
        RowIssue first = checked.issues().get(0);
        return DataException.atCell(
                read.source().name(),
                first.line(),
                first.column(),
                first.found(),
                first.expected(),
                "none of the rows (%s) can be used, so choose other features".formatted(NumberText.count(rows())));
    }

    /** Returns the columns of features asked for, refusing none at all, one named twice and one that holds no numbers. */
    private List<ColumnProfile> chosen(List<String> wanted) {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("Segments need at least one feature");
        }
        List<ColumnProfile> chosen = new ArrayList<>();
        for (String name : wanted) {
            ColumnProfile column = column(name);
            if (!column.kind().isNumeric() && column.yesNo().isEmpty()) {
                throw column.noNumbers(read.source().name());
            }
            if (chosen.contains(column)) {
                throw DataException.inFile(
                        read.source().name(),
                        "the feature %s named twice".formatted(Excerpt.shortened(column.name())),
                        "each feature once",
                        "leave one out");
            }
            chosen.add(column);
        }
        return chosen;
    }

    private static List<String> warningsOf(List<ColumnProfile> chosen) {
        List<String> warnings = new ArrayList<>();
        for (ColumnProfile column : chosen) {
            String name = column.shown();
            column.yesNo()
                    .ifPresent(words -> warnings.add(
                            "%s is read as 1 for %s and 0 for %s.".formatted(name, words.yes(), words.no())));
            column.idReason()
                    .ifPresent(reason -> warnings.add("%s is used as a feature, though %s.".formatted(name, reason)));
            if (column.isConstant()) {
                warnings.add("%s is used as a feature, though all its values are the same.".formatted(name));
            }
            if (column.unfit() > 0) {
                warnings.add("%s is used as a feature: %s.".formatted(name, column.unfitWords()));
            }
        }
        return List.copyOf(warnings);
    }

    /** Returns why some columns are not to be taken as features, by name: since they were excluded, or are an age again. */
    private Map<String, String> against() {
        Map<String, String> against =
                new LinkedHashMap<>(ColumnAdvice.of(read, read.columns()).agesTwice());
        excluded().forEach(column -> against.put(column.name(), "left out as asked for"));
        return against;
    }

    private List<ColumnProfile> excluded() {
        return read.source().options().excluded().stream().map(this::column).toList();
    }

    /** Returns what to think about before the columns that are not excluded are taken as features. */
    private List<FileCheck.Finding> advice() {
        List<ColumnProfile> left = new ArrayList<>(read.columns());
        left.removeAll(excluded());
        return ColumnAdvice.of(read, left).findings();
    }
}
