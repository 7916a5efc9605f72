package segmentation.data.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import segmentation.csv.CsvRow;
import segmentation.data.customers.CellReader;
import segmentation.data.customers.CustomerTableBuilder;
import segmentation.data.customers.Header;
import segmentation.data.customers.RowValidator;
import segmentation.data.customers.ValidatedRows;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.value.DatePattern;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberCell;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberParser;

/**
 * Reads cells as the columns of the file itself suggest; only ids and features can make a row useless, or that it is
 * ragged.
 */
final class InferredCells implements CellReader {
    private final FileTable body;
    private final NumberFormat style;
    private final MissingValues missing;
    private final NumberParser number;
    private final Map<String, DatePattern> dates = new HashMap<>();

    private InferredCells(FileTable body, NumberFormat style, MissingValues missing) {
        this.body = body;
        this.style = style;
        this.missing = missing;
        this.number = NumberParser.reader(style.decimal());
    }

    static InferredCells of(FileTable body, NumberFormat style, MissingValues missing, List<ColumnProfile> columns) {
        InferredCells cells = new InferredCells(body, style, missing);
        columns.forEach(column -> column.dateFormat()
                .ifPresent(format -> cells.dates.put(column.name(), DatePattern.written(format.written()))));
        return cells;
    }

    /** Validates all rows, in file order. */
    ValidatedRows rows(Dataset dataset) {
        return RowValidator.validate(dataset, Header.of(dataset), this, body.rows());
    }

    @Override
    public int width(CsvRow row) {
        return body.raggedCells(row.line()).orElse(row.cells().size());
    }

    @Override
    public boolean addUnchecked(int row, int field, CustomerTableBuilder values) {
        boolean plain = body.cells().read(row, field, number) && !missing.contains(number);
        if (plain) {
            values.addNumber(number);
        }
        return plain;
    }

    @Override
    public boolean isMissing(String cell) {
        return missing.contains(cell);
    }

    @Override
    public boolean add(Field field, String cell, CustomerTableBuilder values) {
        switch (field.type()) {
            case TEXT -> values.addText(cell);
            case DATE -> dates.get(field.name()).date(cell).ifPresentOrElse(values::addDay, values::addMissing);
            case INTEGER, NUMBER -> {
                return addNumber(field, cell, values);
            }
        }
        return true;
    }

    private boolean addNumber(Field field, String cell, CustomerTableBuilder values) {
        NumberCell read = style.read(cell);
        if (read.isNumber()) {
            values.addNumber(Double.parseDouble(read.value()), read.value());
        } else if (!field.constraints().required()) {
            values.addMissing();
        }
        return read.isNumber() || !field.constraints().required();
    }

    @Override
    public String expectation(Field field, String cell) {
        return field.isNumeric() ? style.expectation(cell) : "a value that tells this customer from others";
    }
}
