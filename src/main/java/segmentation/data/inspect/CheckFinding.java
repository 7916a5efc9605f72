package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import segmentation.text.NumberText;

/**
 * Something in a file that a person should look into.
 *
 * @param where name of the column, or {@code rows} or {@code header}
 * @param what what there is, in a clause
 */
public record CheckFinding(String where, String what) {
    private static final int SHOWN = 20;
    private static final String ROWS = "rows";

    /** Looks at rows, header, then columns, one kind of finding after the other. */
    static List<CheckFinding> of(CustomerFile file, FileTable body, int duplicates) {
        List<CheckFinding> findings = new ArrayList<>();
        if (!body.ragged().isEmpty()) {
            int first = body.ragged().keySet().iterator().next();
            findings.add(new CheckFinding(
                    ROWS,
                    "%s with more or fewer cells than the header (first: line %d, %d of %d); not used"
                            .formatted(
                                    NumberText.count(body.ragged().size()),
                                    first,
                                    body.ragged().get(first),
                                    body.cells().columns())));
        }
        if (duplicates > 0) {
            findings.add(new CheckFinding(
                    ROWS, "%s equal to an earlier one in all columns".formatted(NumberText.count(duplicates))));
        }
        body.header().notes().stream().limit(SHOWN).forEach(note -> findings.add(new CheckFinding("header", note)));
        List<Function<ColumnProfile, Optional<String>>> kinds = List.of(
                CheckFinding::content,
                ColumnProfile::idReason,
                column -> Optional.of("%s numbers far from the rest".formatted(NumberText.count(column.far())))
                        .filter(any -> column.far() > 0),
                column -> column.dateFormat()
                        .filter(format -> format.decisive() == 0)
                        .map(format -> "dates read %s; all would fit month first too".formatted(format.order())));
        kinds.forEach(kind -> addAll(findings, file.columns(), kind));
        return List.copyOf(findings);
    }

    private static void addAll(
            List<CheckFinding> findings, List<ColumnProfile> columns, Function<ColumnProfile, Optional<String>> kind) {
        List<CheckFinding> found = columns.stream()
                .flatMap(column ->
                        kind.apply(column).map(what -> new CheckFinding(ColumnWords.name(column), what)).stream())
                .toList();
        findings.addAll(found.subList(0, Math.min(SHOWN, found.size())));
        if (found.size() > SHOWN) {
            findings.add(new CheckFinding(
                    "and %s more columns".formatted(NumberText.count(found.size() - SHOWN)), "the same as above"));
        }
    }

    private static Optional<String> content(ColumnProfile column) {
        if (column.kind() == ColumnKind.EMPTY) {
            return Optional.of("all values are missing");
        }
        if (column.isConstant()) {
            return Optional.of("the same value in all filled cells");
        }
        if (column.unfit() > 0) {
            return Optional.of(ColumnWords.unfit(column));
        }
        return column.isMixed() ? Optional.of(ColumnWords.mixed(column)) : Optional.empty();
    }
}
