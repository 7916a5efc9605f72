package segmentation.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.text.ResultTable;
import segmentation.text.ResultTable.Column;

/** A table as HTML: caption, header cells with scope, text aligned left and figures right; every text escaped. */
public final class HtmlTable {
    private static final String FIGURE = " class=\"figure\" style=\"text-align:right\"";
    private static final String TEXT = " style=\"text-align:left\"";

    private HtmlTable() {}

    /** Returns a {@code table} element. */
    public static String of(ResultTable table) {
        String caption =
                table.caption().isEmpty() ? "" : "<caption>%s</caption>\n".formatted(Html.escape(table.caption()));
        String header = table.columns().stream()
                .map(column -> "<th scope=\"col\"%s>%s</th>".formatted(alignment(column), Html.escape(column.title())))
                .collect(Collectors.joining());
        String rows = table.rows().stream()
                .map(row -> "<tr>%s</tr>\n".formatted(cells(table.columns(), row)))
                .collect(Collectors.joining());
        return "<table>\n%s<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody>\n</table>\n"
                .formatted(caption, header, rows);
    }

    private static String cells(List<Column> columns, List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> "<td%s>%s</td>".formatted(alignment(columns.get(i)), Html.escape(row.get(i))))
                .collect(Collectors.joining());
    }

    private static String alignment(Column column) {
        // Notebooks have no style sheet of ours, and Jupyter's aligns all cells right, so alignment is said in place.
        return column.numeric() ? FIGURE : TEXT;
    }
}
