package segmentation.data.customers;

import java.util.List;
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
        ResultTable.Builder table = ResultTable.titled("");
        columns.dataset().fields().forEach(field -> {
            if (field.isNumeric()) {
                table.figures(field.name());
            } else {
                table.text(field.name());
            }
        });
        for (int row = 0; row < Math.min(count, columns.rows()); row++) {
            int shown = row;
            table.row(columns.dataset().fields().stream()
                    .map(field -> cell(columns, shown, field))
                    .toList());
        }
        return table.build();
    }

    private static ResultTable.Cell cell(Columns columns, int row, Field field) {
        String text = columns.isMissing(row, field.name()) ? "–" : columns.text(row, field.name());
        return ResultTable.Cell.of(field.isNumeric() ? columns.number(row, field.name()) : Double.NaN, text);
    }

    /** Returns the numeric columns, the id left out, in a few figures each. */
    static ResultTable summary(Columns columns) {
        ResultTable.Builder table = ResultTable.titled("")
                .text("column")
                .counts("count", "missing")
                .fixed(2, "min", "Q1", "median", "mean", "Q3", "max", "std. dev.");
        columns.measures().forEach(field -> table.row(cells(field, NumericSummary.of(columns.numbers(field)))));
        return table.build();
    }

    private static List<Object> cells(Field field, NumericSummary figures) {
        int decimals = field.type() == FieldType.INTEGER ? 0 : 2;
        return List.of(
                field.label(),
                figures.count(),
                figures.missing(),
                ResultTable.Cell.of(figures.minimum(), NumberText.fixed(figures.minimum(), decimals)),
                figures.lowerQuartile(),
                figures.median(),
                figures.mean(),
                figures.upperQuartile(),
                ResultTable.Cell.of(figures.maximum(), NumberText.fixed(figures.maximum(), decimals)),
                figures.standardDeviation());
    }

    static List<List<String>> labels(Columns columns, List<Field> fields) {
        return IntStream.range(0, columns.rows())
                .mapToObj(row -> fields.stream()
                        .map(field -> field.label() + ": " + columns.text(row, field.name()))
                        .toList())
                .toList();
    }
}
