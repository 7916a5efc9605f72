package segmentation.data.inspect;

import java.util.List;
import java.util.stream.IntStream;
import segmentation.csv.CsvRow;
import segmentation.csv.FileTable;
import segmentation.csv.TextGridBuilder;
import segmentation.data.customers.CheckedRow;
import segmentation.data.customers.CheckedRows;
import segmentation.data.customers.Header;
import segmentation.data.customers.RowChecker;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberParser;

/**
 * The check of the rows of a file that nobody described: those that are ragged have a fault, the others are read by the
 * columns' kinds.
 */
final class InferredRows {
    private final FileTable body;
    private final MissingValues missing;
    private final RowChecker checker;
    private final NumberParser number;
    private final boolean[] numeric;

    private InferredRows(FileTable body, Dataset dataset, InferredCells cells) {
        List<Field> fields = dataset.fields();
        this.body = body;
        this.missing = cells.missing();
        this.number = NumberParser.reader(cells.style().decimal());
        this.numeric = new boolean[fields.size()];
        IntStream.range(0, numeric.length)
                .forEach(i -> numeric[i] = fields.get(i).isNumeric());
        this.checker = RowChecker.of(dataset, Header.of(dataset), cells, this::add);
    }

    /** Checks all rows, in file order. */
    static CheckedRows of(FileTable body, Dataset dataset, InferredCells cells) {
        InferredRows rows = new InferredRows(body, dataset, cells);
        return CheckedRows.of(body.rows(), dataset.fields().size(), rows::check);
    }

    private CheckedRow check(int at, CsvRow row, TextGridBuilder values) {
        return body.raggedCells(row.line())
                .map(found -> CheckedRow.ragged(row, body.header().names(), found))
                .orElseGet(() -> checker.check(at, row, values));
    }

    private boolean add(int row, int field, TextGridBuilder values) {
        boolean plain = numeric[field] && body.cells().isNumber(row, field, number) && !missing.contains(number);
        if (plain) {
            values.add(number);
        }
        return plain;
    }
}
