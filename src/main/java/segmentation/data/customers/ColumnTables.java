package segmentation.data.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.stats.NumericSummary;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/** Columns shown as small tables. */
final class ColumnTables {
    private static final int LONGEST_HEAD = 10;

    private ColumnTables() {}

    /** Returns the first rows, fewer where there are fewer. */
    static ResultTable head(Columns columns, int count) {
        if (count < 1 || count > LONGEST_HEAD) {
            throw new IllegalArgumentException(
                    "The number of rows to show must be from 1 to " + LONGEST_HEAD + ", was " + count);
        }
        List<ResultTable.Column> header = columns.dataset().fields().stream()
                .map(field -> new ResultTable.Column(field.name(), field.isNumeric()))
                .toList();
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < Math.min(count, columns.rows()); row++) {
            cells.add(columns.row(row).stream()
                    .map(value -> value.isEmpty() ? "–" : value)
                    .toList());
        }
        return new ResultTable("", header, cells);
    }

    /** Returns the numeric columns, the id left out, in a few figures each. */
    static ResultTable summary(Columns columns) {
        ResultTable.Builder table = ResultTable.titled("")
                .text("column")
                .figures("count", "missing", "min", "Q1", "median", "mean", "Q3", "max", "std. dev.");
        columns.measures().forEach(field -> table.row(cells(field, NumericSummary.of(columns.numbers(field)))));
        return table.build();
    }

    private static List<String> cells(Field field, NumericSummary figures) {
        Function<Double, String> value = figure -> NumberText.fixed(figure, 2);
        Function<Double, String> observed = field.type() == FieldType.INTEGER ? f -> NumberText.fixed(f, 0) : value;
        return List.of(
                field.label(),
                NumberText.count(figures.count()),
                NumberText.count(figures.missing()),
                observed.apply(figures.minimum()),
                value.apply(figures.lowerQuartile()),
                value.apply(figures.median()),
                value.apply(figures.mean()),
                value.apply(figures.upperQuartile()),
                observed.apply(figures.maximum()),
                value.apply(figures.standardDeviation()));
    }

    static List<List<String>> labels(Columns columns, List<Field> fields) {
        return IntStream.range(0, columns.rows())
                .mapToObj(row -> fields.stream()
                        .map(field -> field.label() + ": " + columns.text(row, field.name()))
                        .toList())
                .toList();
    }
}
