package segmentation.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A result as a Tablesaw table; a class of its own, so that Tablesaw is loaded only where somebody asks for it. */
final class TablesawResult {
    private TablesawResult() {}

    static Table of(ResultTable result) {
        Table table = Table.create(result.caption());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < result.columns().size(); i++) {
            int place = i;
            List<ResultTable.Cell> cells =
                    result.cells().stream().map(row -> row.get(place)).toList();
            table.addColumns(
                    column(result.columns().get(i), name(result.columns().get(i), names), cells));
        }
        return table;
    }

    // Tablesaw compares names without regard to case.
    private static String name(ResultTable.Column column, Set<String> taken) {
        String name = column.title();
        for (int more = 2; !taken.add(name.toLowerCase(Locale.ROOT)); more++) {
            name = column.title() + " " + more;
        }
        return name;
    }

    private static Column<?> column(ResultTable.Column column, String name, List<ResultTable.Cell> cells) {
        return column.numeric()
                ? DoubleColumn.create(
                        name,
                        cells.stream().mapToDouble(ResultTable.Cell::value).toArray())
                : StringColumn.create(
                        name, cells.stream().map(ResultTable.Cell::text).toList());
    }
}
