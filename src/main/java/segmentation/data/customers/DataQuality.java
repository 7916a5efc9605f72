package segmentation.data.customers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.stats.NumericSummary;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * What was found in a customer file, and what was done about it. Columns go by the descriptor's names.
 *
 * @param format how the file is written
 * @param rowsRead rows below the header that hold more than blanks
 * @param rowsKept rows without a fault
 * @param issues every fault of every dropped row, in file order
 * @param tidiedCells how many text cells were padded, or spelled in another case than the descriptor's, and set right;
 *     over the rows kept, as all that follows
 * @param missing how many values are missing in each column, 0 included
 * @param duplicatesApartFromId how many rows equal an earlier one in every column but the id
 * @param constants columns that hold one value only, over at least two rows
 * @param sortedBy columns of numbers, the id left out, that ascend down the file without being constant
 * @param farValues how many values of each numeric column lie more than 1.5 interquartile ranges outside the quartiles;
 *     columns without such values, and columns of two values, are left out
 */
public record DataQuality(
        FileFormat format,
        int rowsRead,
        int rowsKept,
        List<RowIssue> issues,
        int tidiedCells,
        Map<String, Integer> missing,
        int duplicatesApartFromId,
        List<String> constants,
        List<String> sortedBy,
        Map<String, Integer> farValues)
        implements Tabular {
    private static final String NONE = "none";

    /** Copies lists and maps. */
    public DataQuality {
        issues = List.copyOf(issues);
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
        constants = List.copyOf(constants);
        sortedBy = List.copyOf(sortedBy);
        farValues = Collections.unmodifiableMap(new LinkedHashMap<>(farValues));
    }

    static DataQuality of(Columns columns, FileFormat format, ValidatedRows rows) {
        Dataset dataset = columns.dataset();
        List<Field> apartFromId =
                dataset.fields().stream().filter(field -> !dataset.isId(field)).toList();
        List<String> ascending = new ArrayList<>();
        Map<String, Integer> far = new LinkedHashMap<>();
        for (Field field : columns.measures()) {
            double[] numbers = columns.numbers(field);
            if (ascends(numbers)) {
                ascending.add(field.name());
            }
            far.put(field.name(), far(NumericSummary.of(numbers)));
        }
        far.values().removeIf(count -> count == 0);
        return new DataQuality(
                format,
                rows.file().size(),
                columns.rows(),
                rows.issues(),
                rows.tidied(),
                counts(dataset.fields(), columns::missing),
                columns.duplicates(apartFromId),
                names(apartFromId.stream()
                        .filter(field -> columns.rows() > 1 && columns.isConstant(field))
                        .toList()),
                ascending,
                far);
    }

    /** Returns the number of rows left out for a fault. */
    public int rowsDropped() {
        return rowsRead - rowsKept;
    }

    /** Returns the checks, one a row: what was looked at, what was found, what was done. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("").text("check", "found", "what was done");
        String guessed = format.encodingReason().isEmpty() ? "" : ", " + format.encodingReason();
        table.row("File", format.summary(), "read as such" + guessed);
        format.renamed().forEach((header, name) -> table.row("Header", header, "read as " + name));
        add(table, "Columns not in the descriptor", format.extraColumns(), "passed on, not used");
        format.dates().forEach(dates -> table.row("Dates in " + dates.column(), dates.written(), dates.done()));
        if (format.blankLines() > 0) {
            table.row("Blank lines", NumberText.count(format.blankLines()), "skipped");
        }
        if (tidiedCells > 0) {
            table.row("Padded or miscased cells", NumberText.count(tidiedCells), "read as the descriptor spells it");
        }
        table.row(
                "Rows",
                "%s read, %s kept".formatted(NumberText.count(rowsRead), NumberText.count(rowsKept)),
                dropped());
        addCounts(table, "Missing values", missing, "kept as missing");
        table.row(counted("Rows equal but for the id", duplicatesApartFromId));
        table.row(listed("Constant columns", constants, "kept, but tell no customers apart"));
        table.row(listed("Rows sorted by", sortedBy, "kept in this order"));
        addCounts(table, "Values far from the rest", farValues, "kept");
        return table.build();
    }

    /** Returns the faults, one a row, in file order: line, column, found, expected. */
    public ResultTable issuesTable() {
        ResultTable.Builder table = ResultTable.titled("").figures("line").text("column", "found", "expected");
        issues.forEach(
                issue -> table.row(String.valueOf(issue.line()), issue.column(), issue.found(), issue.expected()));
        return table.build();
    }

    private String dropped() {
        return rowsDropped() == 0 ? "none dropped" : NumberText.count(rowsDropped()) + " dropped for a fault";
    }

    private static void add(ResultTable.Builder table, String check, List<String> found, String done) {
        if (!found.isEmpty()) {
            table.row(check, String.join(", ", found), done);
        }
    }

    private static List<String> counted(String check, int count) {
        return count == 0 ? List.of(check, NONE, "–") : List.of(check, NumberText.count(count), "kept");
    }

    private static List<String> listed(String check, List<String> found, String done) {
        return found.isEmpty() ? List.of(check, NONE, "–") : List.of(check, String.join(", ", found), done);
    }

    private static void addCounts(ResultTable.Builder table, String check, Map<String, Integer> counts, String done) {
        List<String> found = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> "%s: %s".formatted(entry.getKey(), NumberText.count(entry.getValue())))
                .toList();
        table.row(listed(check, found, done));
    }

    private static Map<String, Integer> counts(List<Field> fields, ToIntFunction<Field> count) {
        return fields.stream()
                .collect(Collectors.toMap(Field::name, count::applyAsInt, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }

    // Of two values the rarer would always be far.
    private static int far(NumericSummary summary) {
        return summary.distinct() > 2 ? summary.far() : 0;
    }

    private static boolean ascends(double[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            if (!(numbers[i - 1] <= numbers[i])) {
                return false;
            }
        }
        return numbers[0] < numbers[numbers.length - 1];
    }
}
