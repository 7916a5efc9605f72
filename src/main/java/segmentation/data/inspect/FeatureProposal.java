package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * The features that a file suggests by itself.
 *
 * <p>Taken is a column where every filled cell is a number, at least half of the cells are filled, the values differ, and
 * nothing makes it look like an id or a code.
 *
 * @param taken names of the columns taken, in file order, 1 to 50
 * @param left names of the others, each with the reason, in file order
 */
public record FeatureProposal(List<String> taken, Map<String, String> left) implements Tabular {
    private static final int MOST = 50;
    private static final int SHOWN = 30;
    private static final int LONGEST_NAME = 40;

    /** Copies list and map. */
    public FeatureProposal {
        taken = List.copyOf(taken);
        left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
    }

    /** Decides on each column; {@code against} holds the reasons why some are not to be taken, by name. */
    static FeatureProposal of(SourceName source, List<ColumnProfile> columns, Map<String, String> against) {
        List<String> taken = new ArrayList<>();
        Map<String, String> left = new LinkedHashMap<>();
        for (ColumnProfile column : columns) {
            Optional.ofNullable(against.get(column.name()))
                    .or(() -> reasonAgainst(column))
                    .ifPresentOrElse(reason -> left.put(column.name(), reason), () -> taken.add(column.name()));
        }
        if (taken.size() > MOST) {
            throw DataException.inFile(
                    source,
                    "%s columns that may be features".formatted(NumberText.count(taken.size())),
                    "at most %d without being asked for".formatted(MOST),
                    "name the features to use with --features");
        }
        if (taken.isEmpty()) {
            throw none(source, columns, left);
        }
        return new FeatureProposal(taken, left);
    }

    /** Returns a row for each column: its name, whether it is taken, and why not; says how many more than 30 were left. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("").text("column", "feature", "why not");
        taken.forEach(name -> table.row(Excerpt.name(name, LONGEST_NAME), "yes", "–"));
        left.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> table.row(Excerpt.name(entry.getKey(), LONGEST_NAME), "no", entry.getValue()));
        if (left.size() > SHOWN) {
            table.row("and %s more".formatted(NumberText.count(left.size() - SHOWN)), "no", "–");
        }
        return table.build();
    }

    /**
     * Returns the proposal without the column that tells customers apart, which is then the last of those left.
     *
     * @throws IllegalArgumentException where no other column was taken
     */
    public FeatureProposal withoutId(String id) {
        List<String> others = taken.stream().filter(name -> !name.equals(id)).toList();
        if (others.isEmpty()) {
            throw new IllegalArgumentException(
                    "No column but the id %s can be taken as a feature; name the features to use with --features"
                            .formatted(Excerpt.shortened(id)));
        }
        Map<String, String> rest = new LinkedHashMap<>(left);
        rest.remove(id);
        rest.put(id, "it is the id");
        return new FeatureProposal(others, rest);
    }

    private static Optional<String> reasonAgainst(ColumnProfile column) {
        if (column.repeatsCustomers()) {
            return column.idReason();
        }
        if (!column.kind().isNumeric()) {
            return Optional.of(notNumeric(column));
        }
        if (column.isConstant() || column.filled() == 1 && column.missing() > 0) {
            return Optional.of("the same value in all filled cells");
        }
        if (column.idReason().isPresent()) {
            return column.idReason();
        }
        if (column.unfit() > 0) {
            return Optional.of(column.unfitWords() + "; name it as a feature to use the other rows");
        }
        return column.missing() <= column.filled()
                ? Optional.empty()
                : Optional.of("%s of %s cells are missing; name it as a feature to use the other rows"
                        .formatted(
                                NumberText.count(column.missing()),
                                NumberText.count(column.missing() + column.filled())));
    }

    // The column that is nearest to numbers tells most, or one that an option would make numbers.
    private static DataException none(SourceName source, List<ColumnProfile> columns, Map<String, String> left) {
        Comparator<ColumnProfile> nearness = Comparator.comparingInt(ColumnProfile::numbers)
                .thenComparing(column -> column.hint().isPresent());
        ColumnProfile nearest = columns.stream()
                .reduce((best, next) -> nearness.compare(next, best) > 0 ? next : best)
                .orElseThrow();
        return DataException.inFile(
                source,
                "no column to take as a feature (%s: %s)".formatted(nearest.shown(), left.get(nearest.name())),
                "at least one column of differing numbers",
                "see what the check command says of the columns");
    }

    private static String notNumeric(ColumnProfile column) {
        if (column.kind() == ColumnProfile.Kind.EMPTY) {
            return "all values are missing";
        }
        String hint = column.hint().map(options -> "; " + options.advice()).orElse("");
        return column.isMixed()
                ? "numbers and text are mixed%s".formatted(hint)
                : column.kind().words() + hint;
    }
}
