package segmentation.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.text.ResultTable;
import segmentation.text.ResultTable.Column;

/** A table as HTML: caption, header cells with scope, text aligned left and figures right; every text escaped. */
public final class HtmlTable {
    private static final String FIGURE = " class=\"figure\" style=\"text-align:right\"";
    private static final String TEXT = " style=\"text-align:left\"";

    private HtmlTable() {}

    /** Rows up to which a table is kept on one page of paper. */
    private static final int SHORT = 12;

    /** Returns a {@code table} element that stands in a notebook, where no style sheet of ours is. */
    public static String of(ResultTable table) {
        return of(table, "<table>", column -> "");
    }

    /** Returns a {@code table} element for a page of ours: where the page is narrow, each row becomes a list of its cells. */
    static String ofPage(ResultTable table) {
        return of(
                table,
                "<table class=\"stacked%s\">".formatted(table.rows().size() > SHORT ? "" : " short"),
                column -> " data-label=\"%s\"".formatted(Html.escape(column.title())));
    }

    private static String of(ResultTable table, String element, Function<Column, String> label) {
        String caption =
                table.caption().isEmpty() ? "" : "<caption>%s</caption>\n".formatted(Html.escape(table.caption()));
        String header = table.columns().stream()
                .map(column -> "<th scope=\"col\"%s>%s</th>".formatted(alignment(column), Html.escape(column.title())))
                .collect(Collectors.joining());
        String rows = table.rows().stream()
                .map(row -> "<tr>%s</tr>\n".formatted(cells(table.columns(), row, label)))
                .collect(Collectors.joining());
        return "%s\n%s<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody>\n</table>\n"
                .formatted(element, caption, header, rows);
    }

    private static String cells(List<Column> columns, List<String> row, Function<Column, String> label) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> "<td%s%s>%s</td>"
                        .formatted(alignment(columns.get(i)), label.apply(columns.get(i)), Html.escape(row.get(i))))
                .collect(Collectors.joining());
    }

    private static String alignment(Column column) {
        // Notebooks have no style sheet of ours, and Jupyter's aligns all cells right, so alignment is said in place.
        return column.numeric() ? FIGURE : TEXT;
    }
}
