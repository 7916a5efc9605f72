package segmentation.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checks row after row against the descriptor; remembers the values of the columns that may not repeat. */
final class RowChecker {
    private final Dataset dataset;
    private final Header header;
    private final Map<Field, DateColumn> dates;
    private final Map<Field, Map<String, Integer>> linesByValue = new HashMap<>();

    private RowChecker(Dataset dataset, Header header, Map<Field, DateColumn> dates) {
        this.dataset = dataset;
        this.header = header;
        this.dates = dates;
    }

    /** Starts before the first of these rows, after a look at all of them to learn how dates are written. */
    static RowChecker of(Dataset dataset, Header header, List<CsvRow> rows, String shown) {
        Map<Field, DateColumn> dates = new LinkedHashMap<>();
        dataset.fields().stream()
                .filter(field -> field.type() == FieldType.DATE)
                .forEach(field -> dates.put(field, DateColumn.of(field, rows, header, dataset, shown)));
        return new RowChecker(dataset, header, dates);
    }

    /** Returns how each column of dates is written. */
    List<DateFormat> dateFormats() {
        return dates.values().stream()
                .flatMap(column -> column.format().stream())
                .toList();
    }

    /** Checks the next row. Only rows without a fault count as earlier users of a value that may not repeat. */
    CheckedRow check(CsvRow row) {
        List<RowIssue> issues = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int found = row.cells().size();
        int expected = header.cells().size();
        if (found == expected) {
            dataset.fields().forEach(field -> values.add(value(field, row, issues)));
        } else {
            String column = Header.label(header.cells(), Math.min(found, expected));
            issues.add(new RowIssue(row.line(), column, count(found), count(expected) + " as in the header"));
        }
        if (issues.isEmpty()) {
            remember(row, values);
        }
        return new CheckedRow(row, List.copyOf(values), tidied(row, values), List.copyOf(issues));
    }

    private String value(Field field, CsvRow row, List<RowIssue> issues) {
        int place = header.place(field);
        String cell = Cells.trimmed(row.cells().get(place));
        boolean missing = dataset.isMissing(cell);
        boolean needed = field.constraints().required() || dataset.isId(field);
        Optional<String> value = missing && !needed ? Optional.of("") : read(field, cell);
        if (missing && needed || value.isEmpty()) {
            issues.add(issue(row, place, cell, expectation(field)));
            return "";
        }
        earlierLine(field, value.get())
                .ifPresent(line ->
                        issues.add(issue(row, place, cell, "a value used once, but line " + line + " has it too")));
        return value.get();
    }

    private Optional<String> read(Field field, String cell) {
        return field.type() == FieldType.DATE ? dates.get(field).read(cell) : field.read(cell);
    }

    private String expectation(Field field) {
        return field.type() == FieldType.DATE ? dates.get(field).expectation() : field.expectation();
    }

    private int tidied(CsvRow row, List<String> values) {
        return (int) IntStream.range(0, values.size())
                .filter(i -> dataset.fields().get(i).type() == FieldType.TEXT)
                .filter(i -> !values.get(i).isEmpty())
                .filter(i -> !values.get(i)
                        .equals(row.cells().get(header.place(dataset.fields().get(i)))))
                .count();
    }

    private RowIssue issue(CsvRow row, int place, String cell, String expected) {
        return new RowIssue(row.line(), Header.label(header.cells(), place), Excerpt.quoted(cell), expected);
    }

    private Optional<Integer> earlierLine(Field field, String value) {
        return Optional.ofNullable(linesByValue.getOrDefault(field, Map.of()).get(value));
    }

    private void remember(CsvRow row, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            Field field = dataset.fields().get(i);
            boolean unique = field.constraints().unique() || dataset.isId(field);
            if (unique && !values.get(i).isEmpty()) {
                linesByValue.computeIfAbsent(field, f -> new HashMap<>()).put(values.get(i), row.line());
            }
        }
    }

    private static String count(int cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }
}
