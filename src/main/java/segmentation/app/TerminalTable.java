package segmentation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.text.ResultTable;
import segmentation.text.ResultTable.Column;

/**
 * A table as aligned text for a terminal of a certain width: columns of text that do not fit are broken into lines.
 *
 * <p>Figures are never broken, so a table of many figures may be wider than asked for. Widths are counted in places of a
 * terminal; see {@link TerminalText}.
 */
final class TerminalTable {
    private static final String GAP = "  ";
    private static final int LEAST_TEXT = 12;

    private final ResultTable table;
    private final int[] widths;

    private TerminalTable(ResultTable table, int[] widths) {
        this.table = table;
        this.widths = widths;
    }

    /** Returns the table's lines, each ended. */
    static String of(ResultTable table, int width) {
        return new TerminalTable(table, widths(table, width)).text();
    }

    private static int[] widths(ResultTable table, int width) {
        int[] widths = IntStream.range(0, table.columns().size())
                .map(column -> IntStream.concat(
                                IntStream.of(titleWidth(table.columns().get(column))),
                                table.rows().stream().mapToInt(row -> TerminalText.width(row.get(column))))
                        .max()
                        .orElseThrow())
                .toArray();
        int over = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - width;
        while (over > 0) {
            int widest = widestText(table, widths);
            if (widths[widest] <= LEAST_TEXT || table.columns().get(widest).numeric()) {
                break;
            }
            widths[widest]--;
            over--;
        }
        return widths;
    }

    /** Returns the room that a title needs: above figures it is broken between words. */
    private static int titleWidth(Column column) {
        return column.numeric()
                ? Stream.of(column.title().split(" "))
                        .mapToInt(TerminalText::width)
                        .max()
                        .orElseThrow()
                : TerminalText.width(column.title());
    }

    /** Returns the widest column of text; where there is none, any. */
    private static int widestText(ResultTable table, int[] widths) {
        return IntStream.range(0, widths.length)
                .reduce((one, other) -> rank(table, widths, other) > rank(table, widths, one) ? other : one)
                .orElseThrow();
    }

    private static int rank(ResultTable table, int[] widths, int column) {
        return table.columns().get(column).numeric() ? 0 : widths[column];
    }

    private String text() {
        String caption = table.caption().isEmpty() ? "" : TerminalText.visible(table.caption()) + "\n";
        String rule = IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)) + "\n";
        return caption
                + row(table.columns().stream().map(Column::title).toList())
                + rule
                + table.rows().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(List<String> cells) {
        List<List<String>> broken = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            broken.add(TerminalText.broken(cells.get(column), widths[column]));
        }
        int height = broken.stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, height).mapToObj(line -> line(broken, line)).collect(Collectors.joining());
    }

    private String line(List<List<String>> cells, int line) {
        String text = IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    String cell =
                            line < cells.get(column).size() ? cells.get(column).get(line) : "";
                    String padding = " ".repeat(Math.max(0, widths[column] - TerminalText.width(cell)));
                    return table.columns().get(column).numeric() ? padding + cell : cell + padding;
                })
                .collect(Collectors.joining(GAP));
        return text.stripTrailing() + "\n";
    }
}
