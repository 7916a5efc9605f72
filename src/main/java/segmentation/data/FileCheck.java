package segmentation.data;

import java.util.List;

/**
 * What a person should know of a customer file before using it: how it is written, what each column holds, what to look
 * into.
 *
 * @param file how the file is written and how many rows it has, as lines of a label and a text
 * @param columns what each column holds
 * @param duplicates how many rows equal an earlier one in all columns
 * @param findings sentences on what to look into; see {@link #hasFindings}
 */
public record FileCheck(List<String> file, List<ColumnLook> columns, int duplicates, List<String> findings)
        implements Tabular {

    /** Copies the lists. */
    public FileCheck {
        file = List.copyOf(file);
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    static FileCheck of(CustomerFile file, Dialect dialect, FileBody body) {
        int duplicates = RowSet.of(
                        body.cells(),
                        java.util.stream.IntStream.range(0, body.cells().columns())
                                .toArray())
                .repeats();
        return new FileCheck(List.of(), file.columns(), duplicates, List.of());
    }

    /** Says whether there is something to look into. */
    public boolean hasFindings() {
        return !findings.isEmpty();
    }

    @Override
    public ResultTable toTable() {
        ResultTable.Builder table =
                ResultTable.titled("").text("column", "type").figures("filled", "missing", "distinct");
        columns.forEach(column -> table.row(
                Excerpt.shortened(column.name()),
                column.kind().words(),
                Figures.count(column.filled()),
                Figures.count(column.missing()),
                Figures.count(column.distinct())));
        return table.build();
    }
}
