package segmentation.data.inspect;

import java.util.List;
import java.util.stream.IntStream;
import segmentation.csv.Dialect;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * What a person should know of a customer file before using it: how it is written, what each column holds, what to look
 * into.
 *
 * @param format how the file is written, one line
 * @param rows number of rows below the header
 * @param columns what each column holds
 * @param duplicates how many rows equal an earlier one in all columns
 * @param findings sentences on what to look into; see {@link #hasFindings}
 */
public record FileCheck(
        String format, int rows, List<ColumnProfile> columns, int duplicates, List<CheckFinding> findings)
        implements Tabular {
    private static final int SHOWN_COLUMNS = 40;

    /** Copies the lists. */
    public FileCheck {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    static FileCheck of(CustomerFile file, Dialect dialect, FileTable body) {
        int[] all = IntStream.range(0, body.cells().columns()).toArray();
        int duplicates = body.cells().repeats(all);
        String format = "%s, %s, %s, %s %s, %s %s"
                .formatted(
                        file.encoding(),
                        all.length == 1 ? "one column" : "separated by " + dialect.delimiterName(),
                        file.decimalComma() ? "decimal comma" : "decimal point",
                        NumberText.count(file.rows()),
                        file.rows() == 1 ? "row" : "rows",
                        NumberText.count(all.length),
                        all.length == 1 ? "column" : "columns");
        return new FileCheck(format, file.rows(), file.columns(), duplicates, CheckFinding.of(file, body, duplicates));
    }

    /**
     * Says whether there is something to look into: ragged rows; repeated rows; blank or repeated headers; columns
     * without a value or with one value only, that mix numbers and other text, that look like an id, or have numbers far
     * from the rest (more than 1.5 interquartile ranges outside the quartiles); dates that fit two orders.
     */
    public boolean hasFindings() {
        return !findings.isEmpty();
    }

    /**
     * Returns a row for each of the first 40 columns: type, filled and missing cells, different values, and the least, median and
     * greatest number or the commonest values; then how many columns more there are.
     */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled(format)
                .text("column", "type")
                .figures("filled", "missing", "distinct")
                .text("min · median · max, or commonest");
        columns.stream().limit(SHOWN_COLUMNS).forEach(column -> table.row(cells(column)));
        if (columns.size() > SHOWN_COLUMNS) {
            table.row("and %s more".formatted(NumberText.count(columns.size() - SHOWN_COLUMNS)), "", "", "", "", "");
        }
        return table.build();
    }

    /** Returns the findings, one a row: where, and what; of more than twenty of a kind only how many more. */
    public ResultTable findingsTable() {
        ResultTable.Builder table = ResultTable.titled("").text("where", "what to look into");
        findings.forEach(finding -> table.row(finding.where(), finding.what()));
        return table.build();
    }

    private static List<String> cells(ColumnProfile column) {
        return List.of(
                ColumnWords.name(column),
                column.kind().words(),
                NumberText.count(column.filled()),
                NumberText.count(column.missing()),
                NumberText.count(column.distinct()),
                ColumnWords.content(column));
    }
}
