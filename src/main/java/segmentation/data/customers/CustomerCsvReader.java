package segmentation.data.customers;

import java.nio.file.Path;
import java.util.List;
import segmentation.csv.CsvRow;
import segmentation.csv.CsvRows;
import segmentation.csv.Dialect;
import segmentation.csv.FileText;
import segmentation.csv.Lines;
import segmentation.csv.SplitCell;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;
import segmentation.io.DataException;
import segmentation.rfm.OnBadRow;
import segmentation.text.NumberText;

/**
 * Reads a customer file into a table, checking every cell against the dataset's descriptor.
 *
 * <p>The file may differ from the published one in its looks, and is read without being told: UTF-8 with or without a
 * byte order mark, or UTF-16 with one; LF, CRLF or CR line ends; comma, tab, semicolon or pipe; quoted or padded cells;
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
 * below the header, a column missing or repeated, a column that mixes ways to write dates, a quote that is not closed, bytes that are not UTF-8. What is refused
 * or dropped, as {@link OnBadRow} says: a row with more or fewer cells than the header, a value that is missing though
 * required, of another type, out of range, not allowed, or used before though unique.
 */
public final class CustomerCsvReader {
    private final String shown;
    private final Dataset dataset;

    private CustomerCsvReader(String shown, Dataset dataset) {
        this.shown = shown;
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
        return new CustomerCsvReader(shown, dataset).read(FileText.read(file, shown), policy, otherwise);
    }

    private CustomerTable read(FileText file, OnBadRow policy, DataSource.Origin otherwise) {
        Dialect dialect = Dialect.of(file.raw(), dataset);
        if (!file.isValid()) {
            throw notUtf8(file, dialect);
        }
        CsvRows csv = CsvRows.of(file.text(), dialect, shown);
        Header header = header(csv);
        List<CsvRow> body = csv.rows().stream()
                .skip(1)
                .map(row -> SplitCell.joined(row, header, dataset, dialect.delimiter()))
                .toList();
        DescribedCells cells = DescribedCells.of(dataset, header, body, shown);
        ValidatedRows rows = RowValidator.validate(dataset, header, cells, body);
        if (rows.kept().length == 0 || policy == OnBadRow.STOP && rows.faulty() > 0) {
            throw faulty(rows);
        }
        FileFormat format = new FileFormat(
                file.encoding(),
                dialect.delimiterName(),
                csv.blankLines(),
                header.renamed(),
                header.extra(),
                cells.dateFormats());
        return CustomerTable.of(format, header.cells(), rows, otherwise);
    }

    private Header header(CsvRows csv) {
        if (csv.rows().isEmpty()) {
            throw DataException.atLine(
                    shown, 1, "an empty file", "a header and rows of " + dataset.population(), "check the file");
        }
        CsvRow first = csv.rows().get(0);
        Header header = Header.of(first, dataset, shown);
        if (csv.rows().size() == 1) {
            throw DataException.atLine(
                    shown,
                    first.line(),
                    "a header only",
                    "rows of %s below it".formatted(dataset.population()),
                    "add rows");
        }
        return header;
    }

    private DataException faulty(ValidatedRows rows) {
        RowIssue first = rows.issues().get(0);
        int more = rows.faulty() - 1;
        String others =
                more == 0 ? "" : " (%s more faulty %s)".formatted(NumberText.count(more), more == 1 ? "row" : "rows");
        return DataException.atCell(
                shown,
                first.line(),
                first.column(),
                first.found(),
                first.expected(),
                "correct the file or drop faulty rows" + others);
    }

    private DataException notUtf8(FileText file, Dialect dialect) {
        String before = file.raw().substring(0, file.malformedAt()) + "?";
        int column = CsvRows.lastColumn(before, dialect);
        return DataException.atCell(
                shown,
                Lines.lineAt(before, before.length() - 1),
                Header.label(Dialect.header(file.raw(), dialect), column),
                file.badByte(),
                "UTF-8 text",
                FileText.saveAsUtf8());
    }
}
