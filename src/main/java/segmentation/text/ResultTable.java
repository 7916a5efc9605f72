package segmentation.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A small table of formatted cells, ready to be read: a caption, columns and rows.
 *
 * <p>Cells are plain text, never markup; whoever writes HTML escapes them. Every row has one cell a column.
 *
 * @param caption what the table shows, one line; may be empty
 * @param columns header and alignment of each column, at least one
 * @param cells the cells, row by row; may be empty
 */
public record ResultTable(String caption, List<Column> columns, List<List<Cell>> cells) implements Tabular {
    private static final String MISSING = "–";

    /**
     * A column header.
     *
     * @param title the text above the column
     * @param numeric whether cells are figures and so are aligned right
     */
    public record Column(String title, boolean numeric) {}

    /**
     * What stands in one place of the table.
     *
     * @param text how it is shown
     * @param value the number behind it; NaN for text and for what is missing
     */
    public record Cell(String text, double value) {

        /** Returns a cell whose text is not a column's usual one. */
        public static Cell of(double value, String text) {
            return new Cell(text, value);
        }
    }

    /** Copies what it is given, and throws {@link IllegalArgumentException} where a row has too few or many cells. */
    public ResultTable {
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A table needs at least one column");
        }
        for (List<Cell> row : cells) {
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

    /** Returns the texts of the cells, row by row. */
    public List<List<String>> rows() {
        return cells.stream().map(row -> row.stream().map(Cell::text).toList()).toList();
    }

    @Override
    public Table table() {
        return InTablesaw.of(this);
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
        rows().forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines);
    }

    @Override
    public String toString() {
        return toText();
    }

    private int width(int column) {
        return Math.max(
                DisplayWidth.of(columns.get(column).title()),
                cells.stream()
                        .mapToInt(row -> DisplayWidth.of(row.get(column).text()))
                        .max()
                        .orElse(0));
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), widths[i], columns.get(i).numeric()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean right) {
        String padding = " ".repeat(width - DisplayWidth.of(cell));
        return right ? padding + cell : cell + padding;
    }

    /** The table as Tablesaw has it; a class of its own, so that Tablesaw is loaded only where somebody asks for it. */
    private static final class InTablesaw {
        private InTablesaw() {}

        static Table of(ResultTable result) {
            Table table = Table.create(result.caption());
            Set<String> names = new HashSet<>();
            for (int i = 0; i < result.columns().size(); i++) {
                int place = i;
                List<Cell> cells =
                        result.cells().stream().map(row -> row.get(place)).toList();
                table.addColumns(
                        column(result.columns().get(i), name(result.columns().get(i), names), cells));
            }
            return table;
        }

        // Tablesaw compares names without regard to case.
        private static String name(Column column, Set<String> taken) {
            String name = column.title();
            for (int more = 2; !taken.add(name.toLowerCase(Locale.ROOT)); more++) {
                name = column.title() + " " + more;
            }
            return name;
        }

        private static tech.tablesaw.columns.Column<?> column(Column column, String name, List<Cell> cells) {
            return column.numeric()
                    ? DoubleColumn.create(
                            name, cells.stream().mapToDouble(Cell::value).toArray())
                    : StringColumn.create(name, cells.stream().map(Cell::text).toList());
        }
    }

    /** Collects columns, then rows. */
    public static final class Builder {
        private final String caption;
        private final List<Column> columns = new ArrayList<>();
        private final List<DoubleFunction<String>> formats = new ArrayList<>();
        private final List<List<Cell>> rows = new ArrayList<>();

        private Builder(String caption) {
            this.caption = caption;
        }

        /** Adds columns of text. */
        public Builder text(String... titles) {
            return add(false, NumberText::shortest, titles);
        }

        /** Adds columns of figures that are shown in the fewest digits where they are not given with their text. */
        public Builder figures(String... titles) {
            return numbers(NumberText::shortest, titles);
        }

        /** Adds columns of whole numbers, shown as in {@code 2,240}. */
        public Builder counts(String... titles) {
            return fixed(0, titles);
        }

        /** Adds columns of numbers, shown with so many decimals. */
        public Builder fixed(int decimals, String... titles) {
            return numbers(value -> NumberText.fixed(value, decimals), titles);
        }

        /** Adds columns of shares in [0, 1], shown as in {@code 40.5 %}. */
        public Builder shares(String... titles) {
            return numbers(NumberText::percent, titles);
        }

        /** Adds columns of numbers, shown as a format says; missing ones, which are NaN, as an en dash. */
        public Builder numbers(DoubleFunction<String> format, String... titles) {
            return add(true, value -> Double.isNaN(value) ? MISSING : format.apply(value), titles);
        }

        private Builder add(boolean numeric, DoubleFunction<String> format, String... titles) {
            for (String title : titles) {
                columns.add(new Column(title, numeric));
                formats.add(format);
            }
            return this;
        }

        /**
         * Adds a row; one cell a column.
         *
         * @param values a text as it is, a number in its column's format, or a {@link Cell}; in a column of figures a text
         *     that is written as {@link NumberText} writes numbers counts as that number
         */
        public Builder row(Object... values) {
            return row(List.of(values));
        }

        /** Adds a row as {@link #row(Object...)}. */
        public Builder row(List<?> values) {
            List<Cell> row = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                row.add(cell(Math.min(i, columns.size() - 1), values.get(i)));
            }
            rows.add(row);
            return this;
        }

        private Cell cell(int column, Object value) {
            if (value instanceof Cell cell) {
                return cell;
            }
            if (value instanceof Number number) {
                return new Cell(formats.get(column).apply(number.doubleValue()), number.doubleValue());
            }
            String text = value.toString();
            return new Cell(text, columns.get(column).numeric() ? NumberText.read(text) : Double.NaN);
        }

        /** Returns the table. */
        public ResultTable build() {
            return new ResultTable(caption, columns, rows);
        }
    }
}
