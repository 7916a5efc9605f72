package segmentation.data.customers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.data.dataset.Briefing;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Dataset.Published;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.Field.Constraints;
import segmentation.data.dataset.FieldType;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Our columns as a Tablesaw table and back; a class of its own, so that Tablesaw is loaded only where somebody asks for it. */
final class TablesawTables {
    private TablesawTables() {}

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
            case DATE -> dates(field.name(), columns);
            case NUMBER -> DoubleColumn.create(field.name(), columns.numbers(field));
        };
    }

    private static DateColumn dates(String name, Columns columns) {
        DateColumn dates = DateColumn.create(name);
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.isMissing(row, name)) {
                dates.appendMissing();
            } else {
                dates.append(LocalDate.parse(columns.text(row, name)));
            }
        }
        return dates;
    }

    // A derived column may hold whole numbers that an IntColumn cannot.
    private static Column<?> whole(String name, double[] numbers) {
        if (!DoubleStream.of(numbers).allMatch(number -> Double.isNaN(number) || isInt(number))) {
            return DoubleColumn.create(name, numbers);
        }
        IntColumn column = IntColumn.create(name);
        for (double number : numbers) {
            if (Double.isNaN(number)) {
                column.appendMissing();
            } else {
                column.append((int) number);
            }
        }
        return column;
    }

    /** Says whether an IntColumn can hold a number; it keeps -2,147,483,648 for missing values. */
    private static boolean isInt(double number) {
        return Math.rint(number) == number && Math.abs(number) <= Integer.MAX_VALUE;
    }

    /** Returns the rows of a table, described by its columns' names and types. */
    static Columns columns(Table table, Optional<String> id) {
        if (table.isEmpty()) {
            throw new IllegalArgumentException(
                    "A table of customers needs at least one row, %s has none".formatted(name(table)));
        }
        List<Field> fields = table.columns().stream()
                .map(column -> Field.named(
                        column.name(),
                        "Column %s of %s.".formatted(column.name(), name(table)),
                        type(column),
                        Constraints.none()))
                .toList();
        Dataset dataset = new Dataset(
                name(table),
                name(table),
                "customers",
                fields,
                id.map(name -> table.column(name).name()),
                List.of(),
                Path.of(""),
                new Published(name(table), table.rowCount(), fields.size(), ""),
                List.of(),
                Briefing.NONE);
        List<TypedColumn> columns = IntStream.range(0, fields.size())
                .mapToObj(i -> values(fields.get(i), table.column(i)))
                .toList();
        return Columns.of(dataset, table.rowCount(), columns);
    }

    private static String name(Table table) {
        return table.name() == null || table.name().isBlank() ? "the table" : table.name();
    }

    private static FieldType type(Column<?> column) {
        if (column instanceof NumericColumn<?> numbers) {
            boolean whole = numbers.type() != ColumnType.DOUBLE
                    && numbers.type() != ColumnType.FLOAT
                    && DoubleStream.of(numbers.asDoubleArray()).allMatch(n -> Double.isNaN(n) || isInt(n));
            return whole ? FieldType.INTEGER : FieldType.NUMBER;
        }
        return column instanceof DateColumn ? FieldType.DATE : FieldType.TEXT;
    }

    private static TypedColumn values(Field field, Column<?> column) {
        ColumnBuilder values = ColumnBuilder.of(field, column.size());
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                values.addMissing();
            } else if (column instanceof NumericColumn<?> numbers) {
                values.add(numbers.getDouble(row));
            } else if (column instanceof DateColumn dates) {
                values.add(dates.get(row));
            } else {
                values.add(column.getString(row));
            }
        }
        return values.build();
    }
}
