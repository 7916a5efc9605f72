package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import segmentation.data.value.ReadingHint;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import segmentation.text.Wording;

/**
 * What a person should know of a customer file before using it: how it is written, what each column holds, what to look
 * into.
 *
 * @param format how the file is written, one line
 * @param rows number of rows below the header
 * @param columns what each column holds
 * @param duplicates how many rows equal an earlier one in all columns
 * @param findings sentences on what to look into; see {@link #hasFindings}
 * @param advice sentences on what to think about before columns are taken as features; none of them is a fault
 */
public record FileCheck(
        String format,
        int rows,
        List<ColumnProfile> columns,
        int duplicates,
        List<Finding> findings,
        List<Finding> advice)
        implements Tabular {
    private static final int SHOWN_COLUMNS = 40;
    private static final int SHOWN = 20;
    private static final int MANY_COLUMNS = 20;
    private static final String ROWS = "rows";

    /** What may be said of a column, one kind of finding after the other. */
    private static final List<Function<ColumnProfile, Optional<String>>> KINDS = List.of(
            FileCheck::content,
            column -> column.hint()
                    .filter(hint -> column.unfit() == 0 && !column.isMixed())
                    .map(ReadingHint::words),
            column -> Optional.of(String.join("; ", column.remarks())).filter(text -> !text.isEmpty()),
            ColumnProfile::idReason,
            column -> Optional.of("%s far from the rest".formatted(Wording.count(column.far(), "number")))
                    .filter(any -> column.far() > 0),
            column -> column.dateFormat()
                    .flatMap(format -> format.doubt()
                            .map(doubt -> "dates read %s, though %s; say which with --date-order"
                                    .formatted(format.order(), doubt.words()))));

    /**
     * Something in a file that a person should look into.
     *
     * @param where name of the column, or {@code rows} or {@code header}
     * @param what what there is, in a clause
     */
    public record Finding(String where, String what) {}

    /** Copies the lists. */
    public FileCheck {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
        advice = List.copyOf(advice);
    }

    static FileCheck of(ReadFile file, List<Finding> advice) {
        FileTable body = file.body();
        int[] all = IntStream.range(0, body.cells().columns()).toArray();
        int duplicates = body.cells().repeats(all);
        String format = "%s, %s, %s, %s %s, %s %s"
                .formatted(
                        file.source().encoding().name(),
                        all.length == 1 ? "one column" : file.source().separation(),
                        file.format().decimal() == ',' ? "decimal comma" : "decimal point",
                        NumberText.count(file.rows()),
                        file.rows() == 1 ? "row" : "rows",
                        NumberText.count(all.length),
                        all.length == 1 ? "column" : "columns")
                .replace(", , ", ", ");
        return new FileCheck(format, file.rows(), file.columns(), duplicates, findings(file, duplicates), advice);
    }

    /**
     * Says whether there is something to look into: ragged rows; repeated rows; blank or repeated headers; columns
     * without a value or with one value only, that mix numbers and other text, that look like an id, or have numbers far
     * from the rest (more than 1.5 interquartile ranges outside the quartiles); dates that fit two orders.
     */
    public boolean hasFindings() {
        return !findings.isEmpty();
    }

    /**
     * Returns a row for each of the first 40 columns: type, filled and missing cells, different values, and the least, median and
     * greatest number or the commonest values; then how many columns more there are.
     */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled(format)
                .text("column", "type")
                .figures("filled", "missing", "distinct")
                .text("min · median · max, or commonest");
        columns.stream().limit(SHOWN_COLUMNS).forEach(column -> table.row(cells(column)));
        if (columns.size() > SHOWN_COLUMNS) {
            table.row("and %s more".formatted(NumberText.count(columns.size() - SHOWN_COLUMNS)), "", "", "", "", "");
        }
        return table.build();
    }

    /** Returns the findings, one a row: where, and what; of more than twenty of a kind only how many more. */
    public ResultTable findingsTable() {
        ResultTable.Builder table = ResultTable.titled("").text("where", "what to look into");
        findings.forEach(finding -> table.row(finding.where(), finding.what()));
        return table.build();
    }

    /** Returns the advice, one a row: which column, and what to think about. */
    public ResultTable adviceTable() {
        ResultTable.Builder table = ResultTable.titled("").text("column", "what to think about");
        advice.stream().limit(SHOWN).forEach(one -> table.row(one.where(), one.what()));
        return table.build();
    }

    private static List<String> cells(ColumnProfile column) {
        return List.of(
                column.shown(),
                column.kind().words(),
                NumberText.count(column.filled()),
                NumberText.count(column.missing()),
                NumberText.count(column.distinct()),
                column.content());
    }

    /** Looks at rows, header, then columns, one kind of finding after the other. */
    private static List<Finding> findings(ReadFile file, int duplicates) {
        FileTable body = file.body();
        List<Finding> findings = new ArrayList<>(ofRows(body, duplicates));
        if (file.rows() == 1) {
            findings.add(new Finding(ROWS, "one row only; segments need many customers"));
        }
        if (file.columns().size() == 1) {
            findings.add(new Finding(
                    "header",
                    "one column only; " + oneColumn(body.header().names().get(0))));
        }
        if (body.header().names().stream().allMatch(name -> name.length() > 2 && name.matches("'.*'"))) {
            findings.add(new Finding(
                    "header",
                    "all names stand in single quotes, which in CSV are a part of the cell; save the table"
                            + " with double quotes"));
        }
        if (isTurned(file)) {
            findings.add(new Finding(
                    ROWS,
                    "few, beside many columns: a customer seems to be a column; swap rows and columns first, as a"
                            + " spreadsheet does by Transpose"));
        }
        body.header().notes().stream().limit(SHOWN).forEach(note -> findings.add(new Finding("header", note)));
        KINDS.forEach(kind -> addAll(findings, file.columns(), kind));
        return List.copyOf(findings);
    }

    /** Says whether a table lies on its side: a name for each row, and numbers in many columns beside. */
    private static boolean isTurned(ReadFile file) {
        List<ColumnProfile> columns = file.columns();
        long numeric =
                columns.stream().filter(column -> column.kind().isNumeric()).count();
        ColumnProfile first = columns.get(0);
        return columns.size() >= MANY_COLUMNS
                && columns.size() > 3 * file.rows()
                && numeric == columns.size() - 1
                && first.kind() == ColumnProfile.Kind.TEXT
                && first.distinct() == file.rows();
    }

    private static String oneColumn(String name) {
        if (name.chars().anyMatch(sign -> ",;|\t".indexOf(sign) >= 0)) {
            return "each line stands in quotes as a whole; take the outer quotes away, or save the table once more as"
                    + " CSV";
        }
        return name.strip().indexOf(' ') > 0
                ? "if one blank separates cells, say --delimiter space; if several do, save the table once more as CSV"
                : "if something else separates cells, name it with --delimiter";
    }

    private static List<Finding> ofRows(FileTable body, int duplicates) {
        List<Finding> findings = new ArrayList<>();
        if (!body.ragged().isEmpty()) {
            int first = body.ragged().keySet().iterator().next();
            findings.add(new Finding(
                    ROWS,
                    "%s with more or fewer cells than the header (first: line %d, %d of %d); not used"
                            .formatted(
                                    NumberText.count(body.ragged().size()),
                                    first,
                                    body.ragged().get(first),
                                    body.cells().columns())));
        }
        if (duplicates > 0) {
            findings.add(new Finding(
                    ROWS, "%s equal to an earlier one in all columns".formatted(NumberText.count(duplicates))));
        }
        body.otherRows().forEach(sentence -> findings.add(new Finding(ROWS, sentence)));
        return findings;
    }

    private static void addAll(
            List<Finding> findings, List<ColumnProfile> columns, Function<ColumnProfile, Optional<String>> kind) {
        List<Finding> found = columns.stream()
                .flatMap(column -> kind.apply(column).map(what -> new Finding(column.shown(), what)).stream())
                .toList();
        findings.addAll(found.subList(0, Math.min(SHOWN, found.size())));
        if (found.size() > SHOWN) {
            findings.add(new Finding(
                    "and %s more columns".formatted(NumberText.count(found.size() - SHOWN)), "the same as above"));
        }
    }

    private static Optional<String> content(ColumnProfile column) {
        if (column.kind() == ColumnProfile.Kind.EMPTY) {
            return Optional.of("all values are missing");
        }
        if (column.isConstant()) {
            return Optional.of("the same value in all filled cells");
        }
        if (column.unfit() > 0) {
            return Optional.of(column.unfitWords());
        }
        return column.isMixed() ? Optional.of(column.mixed()) : Optional.empty();
    }
}
