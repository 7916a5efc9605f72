package segmentation.data.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segmentation.data.customers.CellReading;
import segmentation.data.dataset.Field;
import segmentation.data.value.DatePattern;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberCell;
import segmentation.data.value.NumberFormat;

/** Reads cells as the columns of the file itself suggest; only ids and features can make a row useless. */
final class InferredCells implements CellReading {
    private final NumberFormat style;
    private final MissingValues missing;
    private final Map<String, DatePattern> dates = new HashMap<>();

    private InferredCells(NumberFormat style, MissingValues missing) {
        this.style = style;
        this.missing = missing;
    }

    static InferredCells of(NumberFormat style, MissingValues missing, List<ColumnProfile> columns) {
        InferredCells cells = new InferredCells(style, missing);
        columns.forEach(column -> column.dateFormat()
                .ifPresent(format -> cells.dates.put(column.name(), DatePattern.written(format.written()))));
        return cells;
    }

    /** Returns how the file writes numbers. */
    NumberFormat style() {
        return style;
    }

    /** Returns the cells that stand for a missing value. */
    MissingValues missing() {
        return missing;
    }

    @Override
    public boolean isMissing(String cell) {
        return missing.contains(cell);
    }

    @Override
    public Optional<String> read(Field field, String cell) {
        return switch (field.type()) {
            case TEXT -> Optional.of(cell);
            case DATE -> dates.get(field.name()).iso(cell).or(() -> Optional.of(""));
            case INTEGER, NUMBER -> number(field, cell);
        };
    }

    @Override
    public String expectation(Field field, String cell) {
        return field.isNumeric() ? style.expectation(cell) : "a value that tells this customer from others";
    }

    private Optional<String> number(Field field, String cell) {
        NumberCell number = style.read(cell);
        return number.isNumber() || !field.constraints().required() ? Optional.of(number.value()) : Optional.empty();
    }
}
