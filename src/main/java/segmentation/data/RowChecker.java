package segmentation.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checks row after row against the dataset's fields; remembers the values of the columns that may not repeat. */
final class RowChecker {
    private final Dataset dataset;
    private final Header header;
    private final CellReading reading;
    private final List<Field> fields;
    private final int[] places;
    private final Map<Integer, Map<String, Integer>> linesByValue = new HashMap<>();

    private RowChecker(Dataset dataset, Header header, CellReading reading) {
        this.dataset = dataset;
        this.header = header;
        this.reading = reading;
        this.fields = dataset.fields();
        this.places = fields.stream().mapToInt(header::place).toArray();
        IntStream.range(0, fields.size())
                .filter(i -> isUnique(fields.get(i)))
                .forEach(i -> linesByValue.put(i, new HashMap<>()));
    }

    /** Starts before the first row. */
    static RowChecker of(Dataset dataset, Header header, CellReading reading) {
        return new RowChecker(dataset, header, reading);
    }

    /** Checks the next row. Only rows without a fault count as earlier users of a value that may not repeat. */
    CheckedRow check(CsvRow row) {
        int found = row.cells().size();
        int expected = header.cells().size();
        if (found != expected) {
            return CheckedRow.ragged(row, header.cells(), found);
        }
        List<RowIssue> issues = new ArrayList<>();
        List<String> values = new ArrayList<>(places.length);
        int tidied = 0;
        for (int i = 0; i < places.length; i++) {
            String cell = row.cells().get(places[i]);
            String value = value(i, row, cell, issues);
            values.add(value);
            boolean text = fields.get(i).type() == FieldType.TEXT;
            tidied += text && !value.isEmpty() && !value.equals(cell) ? 1 : 0;
        }
        if (issues.isEmpty()) {
            linesByValue.forEach((i, lines) -> remember(values.get(i), row.line(), lines));
        }
        return new CheckedRow(row, values, tidied, List.copyOf(issues));
    }

    private String value(int i, CsvRow row, String written, List<RowIssue> issues) {
        Field field = fields.get(i);
        String cell = Cells.trimmed(written);
        boolean missing = reading.isMissing(cell);
        boolean needed = field.constraints().required() || dataset.isId(field);
        Optional<String> value = missing && !needed ? Optional.of("") : reading.read(field, cell);
        if (missing && needed || value.isEmpty()) {
            issues.add(issue(row, places[i], cell, reading.expectation(field, cell)));
            return "";
        }
        earlierLine(i, value.get())
                .ifPresent(line ->
                        issues.add(issue(row, places[i], cell, "a value used once, but line " + line + " has it too")));
        return value.get();
    }

    private RowIssue issue(CsvRow row, int place, String cell, String expected) {
        return new RowIssue(row.line(), Header.label(header.cells(), place), Excerpt.quoted(cell), expected);
    }

    private Optional<Integer> earlierLine(int i, String value) {
        return Optional.ofNullable(linesByValue.getOrDefault(i, Map.of()).get(value));
    }

    private static void remember(String value, int line, Map<String, Integer> lines) {
        if (!value.isEmpty()) {
            lines.put(value, line);
        }
    }

    private boolean isUnique(Field field) {
        return field.constraints().unique() || dataset.isId(field);
    }
}
