package segmentation.data.customers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import segmentation.csv.CsvRow;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.data.value.DateFormat;
import segmentation.data.value.NumberParser;
import segmentation.io.SourceName;

/** Reads cells as a descriptor says; columns of dates are looked at as a whole first. */
final class DescribedCells implements CellReader {
    private final Dataset dataset;
    private final Map<String, DateColumn> dates;
    private final NumberParser number = NumberParser.reader('.');

    private DescribedCells(Dataset dataset, Map<String, DateColumn> dates) {
        this.dataset = dataset;
        this.dates = dates;
    }

    /** Looks at all rows to learn how dates are written. */
    static DescribedCells of(Dataset dataset, Header header, List<CsvRow> rows, SourceName source) {
        Map<String, DateColumn> dates = new LinkedHashMap<>();
        dataset.fields().stream()
                .filter(field -> field.type() == FieldType.DATE)
                .forEach(field -> dates.put(field.name(), DateColumn.of(field, rows, header, dataset, source)));
        return new DescribedCells(dataset, dates);
    }

    /** Returns how each column of dates is written. */
    List<DateFormat> dateFormats() {
        return dates.values().stream()
                .flatMap(column -> column.format().stream())
                .toList();
    }

    @Override
    public boolean isMissing(Field field, String cell) {
        return dataset.isMissing(cell);
    }

    @Override
    public boolean add(Field field, String cell, CustomerTableBuilder values) {
        if (field.isNumeric() && number.read(cell) && field.admits(number)) {
            values.addNumber(number);
            return true;
        }
        Optional<String> value = field.type() == FieldType.DATE ? dates(field).read(cell) : field.read(cell);
        value.ifPresent(text -> {
            switch (field.type()) {
                case TEXT -> values.addText(text);
                case DATE -> values.addDay(LocalDate.parse(text));
                case INTEGER, NUMBER -> values.addNumber(Double.parseDouble(text), text);
            }
        });
        return value.isPresent();
    }

    @Override
    public String expectation(Field field, String cell) {
        return field.type() == FieldType.DATE ? dates(field).expectation() : field.expectation();
    }

    private DateColumn dates(Field field) {
        return Objects.requireNonNull(dates.get(field.name()));
    }
}
