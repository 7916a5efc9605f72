package segmentation.data.customers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import segmentation.csv.CsvReader;
import segmentation.csv.CsvRow;
import segmentation.csv.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.NumberText;

/**
 * Reads a customer file into a table, checking every cell against the dataset's descriptor.
 *
 * <p>The file may differ from the published one in its looks, and is read without being told: UTF-8 or UTF-16 with or
 * without a byte order mark, or Windows-1252; LF, CRLF or CR line ends; comma, tab, semicolon or pipe; quoted or padded cells;
 * columns in any order, under any name the descriptor lists, in any case and spacing; blank lines anywhere. Numbers may
 * be padded ({@code 0015}, {@code 15.0}); allowed values may be in any case and with other signs between their letters
 * ({@code 2n;Cycle}, also where that semicolon separates cells), and are read in the descriptor's spelling. Dates may be written year, day or month first, with
 * dashes, slashes or points, in one way for the whole column; where every date fits day first and month first, it is
 * read day first, and {@link DataQuality} says so.
 *
 * <p>Columns that the descriptor does not know are not checked and not in the table, but stay in
 * {@link CustomerTable#originalRows}.
 *
 * <p>What is refused with a {@link DataException}, always: a missing file, a folder, an empty or binary file, no row
 * below the header, a column missing or repeated, a column that mixes ways to write dates, a quote that is not closed, bytes that no such encoding has. What is refused
 * or dropped, as {@link OnBadRow} says: a row with more or fewer cells than the header, a value that is missing though
 * required, of another type, out of range, not allowed, or used before though unique.
 */
public final class CustomerCsvReader {
    private final CsvSource file;
    private final Dataset dataset;

    private CustomerCsvReader(CsvSource file, Dataset dataset) {
        this.file = file;
        this.dataset = dataset;
    }

    /**
     * Reads a file given by hand.
     *
     * @param file sentences name it as it is given here
     * @throws DataException where the file, or under {@link OnBadRow#STOP} a row, has a fault
     */
    public static CustomerTable read(Path file, Dataset dataset, OnBadRow policy) {
        return read(file, file.toString(), dataset, policy, DataSource.Origin.GIVEN);
    }

    /** Reads a file under another name in sentences; {@code otherwise} is its origin if it is not the published one. */
    public static CustomerTable read(
            Path file, String shown, Dataset dataset, OnBadRow policy, DataSource.Origin otherwise) {
        List<String> columns = dataset.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.name()), field.synonyms().stream()))
                .toList();
        CsvSource source = CsvSource.small(file, new SourceName(shown), ReadingOptions.guessed(), columns);
        return new CustomerCsvReader(source, dataset).read(policy, otherwise);
    }

    private CustomerTable read(OnBadRow policy, DataSource.Origin otherwise) {
        try (CsvReader csv = file.rows()) {
            CsvRow first = csv.next().orElseThrow(this::empty);
            Header header = Header.of(first, dataset, file.name().text());
            List<CsvRow> body = body(csv, header);
            if (body.isEmpty()) {
                throw headerOnly(first.line());
            }
            DescribedCells cells = DescribedCells.of(dataset, header, body, file.name());
            ValidatedRows rows = RowValidator.validate(dataset, header, cells, body);
            if (rows.kept().length == 0 || policy == OnBadRow.STOP && rows.faulty() > 0) {
                throw faulty(rows);
            }
            FileFormat format = new FileFormat(
                    file.encoding().name(),
                    file.encoding().reason(),
                    file.dialect().delimiterName(),
                    csv.blankLines(),
                    header.renamed(),
                    header.extra(),
                    cells.dateFormats());
            return CustomerTable.of(format, header.cells(), rows, otherwise);
        }
    }

    private List<CsvRow> body(CsvReader csv, Header header) {
        List<CsvRow> body = new ArrayList<>();
        for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
            body.add(SplitCell.joined(row.get(), header, dataset, file.dialect().delimiter()));
        }
        return body;
    }

    private DataException empty() {
        return DataException.atLine(
                file.name(), 1, "an empty file", "a header and rows of " + dataset.population(), "check the file");
    }

    private DataException headerOnly(int line) {
        return DataException.atLine(
                file.name(), line, "a header only", "rows of %s below it".formatted(dataset.population()), "add rows");
    }

    private DataException faulty(ValidatedRows rows) {
        RowIssue first = rows.issues().get(0);
        int more = rows.faulty() - 1;
        String others =
                more == 0 ? "" : " (%s more faulty %s)".formatted(NumberText.count(more), more == 1 ? "row" : "rows");
        return DataException.atCell(
                file.name(),
                first.line(),
                first.column(),
                first.found(),
                first.expected(),
                "correct the file or drop faulty rows" + others);
    }

    /**
     * A value that a change of delimiters has cut in two, such as {@code 2n Cycle} in a file whose blanks were all replaced
     * by semicolons.
     */
    private static final class SplitCell {
        private SplitCell() {}

        /**
         * Returns the row with the two halves joined, where it has one cell too many and two neighbours together, but not
         * the first alone, are a value that their column allows; else the row as it is.
         */
        static CsvRow joined(CsvRow row, Header header, Dataset dataset, char delimiter) {
            if (row.cells().size() != header.cells().size() + 1) {
                return row;
            }
            return dataset.fields().stream()
                    .filter(field -> !field.constraints().allowed().isEmpty())
                    .filter(field -> isSplit(field, row.cells(), header.place(field), delimiter))
                    .findFirst()
                    .map(field -> joined(row, header.place(field), delimiter))
                    .orElse(row);
        }

        private static boolean isSplit(Field field, List<String> cells, int place, char delimiter) {
            return field.read(Blanks.trimmed(cells.get(place))).isEmpty()
                    && field.read(whole(cells, place, delimiter)).isPresent();
        }

        private static CsvRow joined(CsvRow row, int place, char delimiter) {
            List<String> cells = new ArrayList<>(row.cells());
            cells.set(place, whole(cells, place, delimiter));
            cells.remove(place + 1);
            return new CsvRow(row.line(), List.copyOf(cells));
        }

        private static String whole(List<String> cells, int place, char delimiter) {
            return cells.get(place) + delimiter + cells.get(place + 1);
        }
    }
}
