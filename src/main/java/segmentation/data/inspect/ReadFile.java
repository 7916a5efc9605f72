package segmentation.data.inspect;

import java.util.List;
import java.util.stream.IntStream;
import segmentation.csv.CsvRow;
import segmentation.csv.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.text.Blanks;

/**
 * What was read of a customer file: its cells, and what its columns turned out to hold.
 *
 * @param name the file's name without its folder
 * @param source the file and how it is written
 * @param body the cells below the header
 * @param format how it writes numbers
 * @param missing the cells that stand for a missing value
 * @param columns what each column holds
 */
record ReadFile(
        String name,
        CsvSource source,
        FileTable body,
        NumberFormat format,
        MissingValues missing,
        List<ColumnProfile> columns) {

    /** Reads all cells; a first line that is no header is refused. */
    static ReadFile of(String name, CsvSource source, ReadingOptions options) {
        FileTable body = FileTable.of(source);
        MissingValues missing = MissingValues.of(options);
        NumberFormat format = body.numberFormat(source, options, missing);
        List<ColumnProfile> columns = ColumnProfiler.of(body, format, missing, options);
        if (options.hasHeader() && options.skippedLines().isEmpty()) {
            int headerLine = source.header().map(CsvRow::line).orElse(1);
            body.header().refuseData(columns, headerLine, source.name());
        }
        return new ReadFile(name, source, body, format, missing, columns);
    }

    /** Returns the number of rows below the header that hold more than blanks. */
    int rows() {
        return body.cells().rows();
    }

    /** Returns the column of a name, as {@link CustomerFile#column} does. */
    ColumnProfile column(String wanted) {
        return columns.get(body.header().place(wanted, source.name()));
    }

    /** Returns the numbers of a column in the first rows, at most so many, NaN where there is none. */
    double[] firstNumbers(int place, int most) {
        return IntStream.range(0, Math.min(most, rows()))
                .mapToObj(row -> format.read(Blanks.trimmed(body.cells().at(row, place))))
                .mapToDouble(cell -> cell.isNumber() ? Double.parseDouble(cell.value()) : Double.NaN)
                .toArray();
    }
}
