package segmentation.data.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import segmentation.csv.CsvRow;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/** Validates row after row against the dataset's fields; remembers the values of the columns that may not repeat. */
public final class RowValidator {
    private final Dataset dataset;
    private final Header header;
    private final CellReader cells;
    private final List<Field> fields;
    private final int[] places;
    private final CustomerTableBuilder values;
    private final boolean[] unique;
    private final Map<Integer, Map<String, Integer>> linesByValue = new HashMap<>();
    private final List<RowIssue> issues = new ArrayList<>();
    private int tidied;

    private RowValidator(Dataset dataset, Header header, CellReader cells, int rows) {
        this.dataset = dataset;
        this.header = header;
        this.cells = cells;
        this.fields = dataset.fields();
        this.places = fields.stream().mapToInt(header::place).toArray();
        this.values = CustomerTableBuilder.of(dataset, rows);
        this.unique = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            unique[i] = fields.get(i).constraints().unique() || dataset.isId(fields.get(i));
            if (unique[i]) {
                linesByValue.put(i, new HashMap<>());
            }
        }
    }

    /** Validates all rows, in file order. */
    public static ValidatedRows validate(Dataset dataset, Header header, CellReader cells, List<CsvRow> file) {
        return new RowValidator(dataset, header, cells, file.size()).validate(file);
    }

    private ValidatedRows validate(List<CsvRow> file) {
        int[] kept = new int[file.size()];
        int at = 0;
        for (CsvRow row : file) {
            int earlier = issues.size();
            validate(at, row);
            if (issues.size() == earlier) {
                kept[values.rows()] = at;
                values.endRow();
            } else {
                values.dropRow();
            }
            at++;
        }
        return new ValidatedRows(file, Arrays.copyOf(kept, values.rows()), values.build(), tidied, List.copyOf(issues));
    }

    /** Adds the values of a row. Only rows without a fault count as earlier users of a value that may not repeat. */
    private void validate(int at, CsvRow row) {
        int width = cells.width(row);
        if (width != header.cells().size()) {
            issues.add(ragged(row, width));
            return;
        }
        int earlier = issues.size();
        int tidy = 0;
        Map<Integer, String> uses = linesByValue.isEmpty() ? Map.of() : new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            if (!unique[i] && fields.get(i).isNumeric() && cells.addUnchecked(at, i, values)) {
                continue;
            }
            String cell = row.cells().get(places[i]);
            boolean text = fields.get(i).type() == FieldType.TEXT;
            if (add(i, row, cell) && (unique[i] || text)) {
                String value = values.last();
                tidy += text && !value.isEmpty() && !value.equals(cell) ? 1 : 0;
                if (unique[i] && !value.isEmpty()) {
                    checkUnused(i, row, cell, value);
                    uses.put(i, value);
                }
            }
        }
        if (issues.size() == earlier) {
            tidied += tidy;
            uses.forEach((field, value) -> linesOf(field).put(value, row.line()));
        }
    }

    /** Adds the value of a cell, or else a fault, and says which. */
    private boolean add(int i, CsvRow row, String written) {
        Field field = fields.get(i);
        String cell = Blanks.trimmed(written);
        if (cells.isMissing(field, cell)) {
            if (cells.addInstead(field, values)) {
                return true;
            }
            values.addMissing();
            boolean needed = field.constraints().required() || dataset.isId(field);
            if (needed) {
                issues.add(issue(row, i, cell, cells.expectation(field, cell)));
            }
            return !needed;
        }
        boolean added = cells.add(field, cell, values);
        if (!added) {
            values.addMissing();
            issues.add(issue(row, i, cell, cells.expectation(field, cell)));
        }
        return added;
    }

    private Map<String, Integer> linesOf(int field) {
        return Objects.requireNonNull(linesByValue.get(field));
    }

    private void checkUnused(int i, CsvRow row, String written, String value) {
        Integer line = linesOf(i).get(value);
        if (line != null) {
            String cell = Blanks.trimmed(written);
            issues.add(issue(row, i, cell, "a value used once, but line " + line + " has it too"));
        }
    }

    private RowIssue issue(CsvRow row, int field, String cell, String expected) {
        return new RowIssue(row.line(), Header.label(header.cells(), places[field]), Excerpt.quoted(cell), expected);
    }

    private RowIssue ragged(CsvRow row, int width) {
        int expected = header.cells().size();
        String column = Header.label(header.cells(), Math.min(width, expected));
        return new RowIssue(row.line(), column, count(width), count(expected) + " as in the header");
    }

    private static String count(int cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }
}
