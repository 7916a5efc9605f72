package segmentation.data;

/**
 * The check of the rows of a file that nobody described: those that are ragged have a fault, the others are read by the
 * columns' kinds. Rows are checked once each, in file order.
 */
final class InferredRows {
    private final FileBody body;
    private final RowChecker checker;

    private InferredRows(FileBody body, RowChecker checker) {
        this.body = body;
        this.checker = checker;
    }

    static InferredRows of(FileBody body, Dataset dataset, InferredCells cells) {
        return new InferredRows(body, RowChecker.of(dataset, Header.of(dataset), cells));
    }

    CheckedRow check(CsvRow row) {
        return body.raggedCells(row.line())
                .map(found -> CheckedRow.ragged(row, body.header().names(), found))
                .orElseGet(() -> checker.check(row));
    }
}
