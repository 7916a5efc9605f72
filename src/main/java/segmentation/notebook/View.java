package segmentation.notebook;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import segmentation.plot.Picture;
import segmentation.report.Html;
import segmentation.report.HtmlTable;
import segmentation.report.Story;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Page;

/** What our values look like in a notebook, on whatever kernel: their forms by MIME type, always plain text too. */
final class View {
    private static final String TEXT = "text/plain";
    private static final String FRAME = """
        <p>%1$s</p>
        <iframe sandbox="allow-scripts" style="width: 100%%; height: 660px; border: 0" title="%1$s" srcdoc="%2$s"></iframe>
        """;
    private static final int ROWS_SHOWN = 10;
    private static final int DECIMALS = 2;

    /** The types of the values that are shown as HTML; their subtypes are too. */
    static final List<Class<?>> PAGES = List.of(Tabular.class, Table.class, Story.class, Figure.class);

    /** Pictures, which have a view of their own. */
    static final Class<?> PICTURE = Picture.class;

    /** Arrays, of which Java's own text says nothing. */
    static final List<Class<?>> ARRAYS = List.of(
            int[].class,
            long[].class,
            double[].class,
            boolean[].class,
            String[].class,
            int[][].class,
            double[][].class,
            String[][].class);

    /** What may be there or not, shown as what is there. */
    static final Class<?> OPTIONAL = Optional.class;

    private View() {}

    /** Returns the forms of a value; only text for one without a view. */
    static Map<String, String> of(Object value) {
        if (value instanceof Tabular result) {
            return table(result.toTable());
        }
        if (value instanceof Table table) {
            return table(firstRows(table));
        }
        if (value instanceof Story story) {
            return Map.of("text/html", story.toHtml(), TEXT, story.toString());
        }
        if (value instanceof Figure figure) {
            return plot(figure);
        }
        if (value instanceof Picture picture) {
            return Map.of("image/png", Base64.getEncoder().encodeToString(picture.png()), TEXT, picture.altText());
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(View::of).orElse(Map.of(TEXT, "nothing to show"));
        }
        return Map.of(TEXT, text(value));
    }

    /**
     * Returns what frontends want to know beside the forms, by MIME type: of a picture the text for those who do not see
     * it, and the width in pixels at which it is sharp.
     */
    static Map<String, Map<String, Object>> details(Object value) {
        if (value instanceof Picture picture) {
            return Map.of("image/png", new TreeMap<>(Map.of("alt", picture.altText(), "width", picture.width() / 2)));
        }
        return value instanceof Optional<?> optional
                ? optional.map(View::details).orElse(Map.of())
                : Map.of();
    }

    /**
     * Returns a plot of jsplot in a frame of its own, where its script cannot touch the notebook; whoever takes scripts or
     * frames away still reads what should be there.
     */
    private static Map<String, String> plot(Figure figure) {
        int traces = figure.getTraces().length;
        String words = ("A plot by Tablesaw's jsplot, %d %s, drawn by your browser with a script from the network;"
                        + " without one the frame stays empty.")
                .formatted(traces, traces == 1 ? "trace" : "traces");
        String page = Page.pageBuilder(figure, "plot").build().asJavascript();
        return Map.of("text/html", FRAME.formatted(Html.escape(words), Html.escape(page)), TEXT, words);
    }

    private static Map<String, String> table(ResultTable table) {
        return Map.of("text/html", HtmlTable.of(table), TEXT, table.toText());
    }

    /** Returns a data table's first rows: a notebook explains a file, it does not republish it. */
    private static ResultTable firstRows(Table table) {
        int shown = Math.min(ROWS_SHOWN, table.rowCount());
        String size = "%s rows, %d columns".formatted(NumberText.count(table.rowCount()), table.columnCount());
        String caption = shown < table.rowCount() ? size + "; the first %d".formatted(shown) : size;
        ResultTable.Builder builder = ResultTable.titled(caption);
        table.columns().forEach(column -> {
            if (column instanceof NumericColumn) {
                builder.figures(column.name());
            } else {
                builder.text(column.name());
            }
        });
        IntStream.range(0, shown)
                .mapToObj(row -> table.columns().stream()
                        .map(column -> cell(column, row))
                        .toList())
                .forEach(builder::row);
        return builder.build();
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "–";
        }
        // Java versions differ in how they write a fraction, so it is rounded to a figure for people.
        return column instanceof DoubleColumn fractions
                ? NumberText.fixed(fractions.getDouble(row), DECIMALS)
                : column.getString(row);
    }

    private static String text(Object value) {
        String nested = Arrays.deepToString(new Object[] {value});
        return value.getClass().isArray() ? nested.substring(1, nested.length() - 1) : value.toString();
    }
}
