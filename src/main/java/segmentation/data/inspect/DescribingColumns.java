package segmentation.data.inspect;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The columns of a customer file that segments are worth comparing on, where nobody has named any: the features, then up
 * to {@value #MOST} others in file order.
 *
 * <p>Another column is taken where at least half of its cells are filled, its values differ, and it is of numbers or of
 * text with up to {@value #MOST_VALUES} values. Ids and what looks like one, dates, and free text are left out.
 */
public final class DescribingColumns {
    /** The most columns besides the features. */
    public static final int MOST = 40;

    /** The most values of a text column. */
    public static final int MOST_VALUES = 12;

    private DescribingColumns() {}

    /**
     * Returns the names, as in {@link CustomerFile#header}.
     *
     * @param features columns that are taken in any case, named as there
     * @param id column that tells customers apart; empty or blank for none
     */
    public static List<String> of(CustomerFile file, List<String> features, String id) {
        Predicate<ColumnProfile> other =
                column -> !features.contains(column.name()) && !column.name().equals(id);
        Stream<String> others = file.columns().stream()
                .filter(other)
                .filter(DescribingColumns::tells)
                .map(ColumnProfile::name)
                .limit(MOST);
        return Stream.concat(features.stream(), others).toList();
    }

    private static boolean tells(ColumnProfile column) {
        if (column.distinct() < 2
                || column.missing() > column.filled()
                || column.idReason().isPresent()) {
            return false;
        }
        return column.kind().isNumeric()
                || column.kind() == ColumnProfile.Kind.TEXT && column.distinct() <= MOST_VALUES && repeats(column);
    }

    /** Tells names, of which there may be few because there are few rows, from categories. */
    private static boolean repeats(ColumnProfile column) {
        return column.distinct() < column.filled();
    }
}
