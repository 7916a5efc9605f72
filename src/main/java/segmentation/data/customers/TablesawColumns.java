package segmentation.data.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Our columns as a Tablesaw table; a class of its own, so that Tablesaw is loaded only where somebody asks for it. */
final class TablesawColumns {
    private TablesawColumns() {}

    /** Returns a fresh table, one column a field, missing values as Tablesaw marks them. */
    static Table of(Columns columns) {
        Dataset dataset = columns.dataset();
        return Table.create(
                dataset.title(),
                dataset.fields().stream().map(field -> column(field, columns)).toArray(Column<?>[]::new));
    }

    private static Column<?> column(Field field, Columns columns) {
        return switch (field.type()) {
            case TEXT -> StringColumn.create(field.name(), columns.texts(field));
            case INTEGER -> whole(field.name(), columns.numbers(field));
            case DATE -> DateColumn.create(field.name(), dates(columns.texts(field)));
            case NUMBER -> DoubleColumn.create(field.name(), columns.numbers(field));
        };
    }

    private static List<LocalDate> dates(String[] texts) {
        List<LocalDate> dates = new ArrayList<>();
        // Tablesaw takes null for a missing date.
        Arrays.stream(texts)
                .map(text -> text.isEmpty() ? null : LocalDate.parse(text))
                .forEach(dates::add);
        return dates;
    }

    private static IntColumn whole(String name, double[] numbers) {
        IntColumn column = IntColumn.create(name);
        Arrays.stream(numbers).forEach(number -> {
            if (Double.isNaN(number)) {
                column.appendMissing();
            } else {
                column.append((int) number);
            }
        });
        return column;
    }
}
