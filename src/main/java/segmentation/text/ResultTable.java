package segmentation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small table of formatted cells, ready to be read: a caption, columns and rows.
 *
 * <p>Cells are plain text, never markup; whoever writes HTML escapes them. Every row has one cell a column.
 *
 * @param caption what the table shows, one line; may be empty
 * @param columns header and alignment of each column, at least one
 * @param rows the cells, row by row; may be empty
 */
public record ResultTable(String caption, List<Column> columns, List<List<String>> rows) implements Tabular {

    /**
     * A column header.
     *
     * @param title the text above the column
     * @param numeric whether cells are figures and so are aligned right
     */
    public record Column(String title, boolean numeric) {}

    /** Copies what it is given, and throws {@link IllegalArgumentException} where a row has too few or many cells. */
    public ResultTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A table needs at least one column");
        }
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row has %d cells, the table has %d columns".formatted(row.size(), columns.size()));
            }
        }
    }

    /** Starts a table; add columns and rows, then {@link Builder#build}. */
    public static Builder titled(String caption) {
        return new Builder(caption);
    }

    @Override
    public ResultTable toTable() {
        return this;
    }

    /** Returns the table as aligned plain text, one line a row, without a line break at the end. */
    public String toText() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        if (!caption.isEmpty()) {
            lines.add(caption);
        }
        lines.add(line(columns.stream().map(Column::title).toList(), widths));
        lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines);
    }

    @Override
    public String toString() {
        return toText();
    }

    private int width(int column) {
        return Math.max(
                columns.get(column).title().length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), widths[i], columns.get(i).numeric()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean right) {
        String padding = " ".repeat(width - cell.length());
        return right ? padding + cell : cell + padding;
    }

    /** Collects columns, then rows. */
    public static final class Builder {
        private final String caption;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();

        private Builder(String caption) {
            this.caption = caption;
        }

        /** Adds columns of text. */
        public Builder text(String... titles) {
            List.of(titles).forEach(title -> columns.add(new Column(title, false)));
            return this;
        }

        /** Adds columns of figures. */
        public Builder figures(String... titles) {
            List.of(titles).forEach(title -> columns.add(new Column(title, true)));
            return this;
        }

        /** Adds a row; one cell a column. */
        public Builder row(String... cells) {
            return row(List.of(cells));
        }

        /** Adds a row; one cell a column. */
        public Builder row(List<String> cells) {
            rows.add(cells);
            return this;
        }

        /** Returns the table. */
        public ResultTable build() {
            return new ResultTable(caption, columns, rows);
        }
    }
}
