package segmentation.data.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segmentation.csv.CsvRow;
import segmentation.csv.TextGridBuilder;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/** Checks row after row against the dataset's fields; remembers the values of the columns that may not repeat. */
public final class RowChecker {
    private final Dataset dataset;
    private final Header header;
    private final CellReading reading;
    private final PlainCells plain;
    private final List<Field> fields;
    private final int[] places;
    private final List<Optional<Map<String, Integer>>> linesByValue;

    private RowChecker(Dataset dataset, Header header, CellReading reading, PlainCells plain) {
        this.dataset = dataset;
        this.header = header;
        this.reading = reading;
        this.plain = plain;
        this.fields = dataset.fields();
        this.places = fields.stream().mapToInt(header::place).toArray();
        this.linesByValue = fields.stream().map(this::noLines).toList();
    }

    /** Starts before the first row. */
    public static RowChecker of(Dataset dataset, Header header, CellReading reading, PlainCells plain) {
        return new RowChecker(dataset, header, reading, plain);
    }

    /**
     * Checks the next row, as {@link RowCheck} says. Only rows without a fault count as earlier users of a value that may
     * not repeat.
     */
    public CheckedRow check(int at, CsvRow row, TextGridBuilder values) {
        int found = row.cells().size();
        int expected = header.cells().size();
        if (found != expected) {
            return CheckedRow.ragged(row, header.cells(), found);
        }
        List<RowIssue> issues = new ArrayList<>();
        List<Runnable> uses = new ArrayList<>();
        int tidied = 0;
        for (int i = 0; i < places.length; i++) {
            Optional<Map<String, Integer>> lines = linesByValue.get(i);
            if (lines.isEmpty() && plain.add(at, i, values)) {
                continue;
            }
            String cell = row.cells().get(places[i]);
            String value = value(i, row, cell, issues);
            values.add(value);
            lines.filter(any -> !value.isEmpty()).ifPresent(used -> uses.add(() -> used.put(value, row.line())));
            boolean text = fields.get(i).type() == FieldType.TEXT;
            tidied += text && !value.isEmpty() && !value.equals(cell) ? 1 : 0;
        }
        if (issues.isEmpty()) {
            uses.forEach(Runnable::run);
        }
        return new CheckedRow(tidied, List.copyOf(issues));
    }

    private String value(int i, CsvRow row, String written, List<RowIssue> issues) {
        Field field = fields.get(i);
        String cell = Blanks.trimmed(written);
        boolean missing = reading.isMissing(cell);
        boolean needed = field.constraints().required() || dataset.isId(field);
        Optional<String> value = missing && !needed ? Optional.of("") : reading.read(field, cell);
        if (missing && needed || value.isEmpty()) {
            issues.add(issue(row, places[i], cell, reading.expectation(field, cell)));
            return "";
        }
        linesByValue
                .get(i)
                .map(lines -> lines.get(value.get()))
                .ifPresent(line ->
                        issues.add(issue(row, places[i], cell, "a value used once, but line " + line + " has it too")));
        return value.get();
    }

    private RowIssue issue(CsvRow row, int place, String cell, String expected) {
        return new RowIssue(row.line(), Header.label(header.cells(), place), Excerpt.quoted(cell), expected);
    }

    private Optional<Map<String, Integer>> noLines(Field field) {
        boolean unique = field.constraints().unique() || dataset.isId(field);
        return unique ? Optional.of(new HashMap<>()) : Optional.empty();
    }
}
