package segmentation.profile;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.data.customers.CustomerTable;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.Table;

/**
 * Columns by segment in original units, beside the same figures for all customers: those that made the segments or
 * others.
 *
 * <p>A numeric column is shown by its mean, its median and its middle half, the range from the first to the third
 * quartile; a text column by the share of each of its values, and so is a numeric column of which only 0 and 1 are
 * known. Missing values are left out, and counted where there are any. Descriptive only.
 */
public final class SegmentTraits implements Tabular {
    private final ResultTable table;

    private SegmentTraits(ResultTable table) {
        this.table = table;
    }

    /**
     * Describes segments by columns.
     *
     * @param labels a segment from 1 to k for each customer
     * @param columns names in the table's descriptor
     * @throws IllegalArgumentException where the labels do not fit, or there is no such column, or it holds dates
     */
    public static SegmentTraits of(CustomerTable customers, int[] labels, String... columns) {
        return of(
                SegmentMembers.of(labels, customers.rows()),
                column -> customers.dataset().field(column).label(),
                column -> Aspect.of(customers, column),
                columns);
    }

    /**
     * Describes segments by columns of a Tablesaw table, of numbers or text.
     *
     * @param labels a segment from 1 to k for each row
     * @throws IllegalArgumentException where the labels do not fit, or there is no such column, or it holds something else
     */
    public static SegmentTraits of(Table table, int[] labels, String... columns) {
        return of(
                SegmentMembers.of(labels, table.rowCount()),
                column -> column,
                column -> Aspect.of(table, column),
                columns);
    }

    private static SegmentTraits of(
            SegmentMembers segments,
            UnaryOperator<String> label,
            Function<String, List<Aspect>> aspectsOf,
            String... columns) {
        List<int[]> groups = Stream.concat(
                        IntStream.rangeClosed(1, segments.k()).mapToObj(segments::of), Stream.of(segments.all()))
                .toList();
        ResultTable.Builder table =
                ResultTable.titled("Segments against all customers").text("trait", "figure");
        IntStream.rangeClosed(1, segments.k()).forEach(segment -> table.figures("segment " + segment));
        table.figures("all");
        for (String column : columns) {
            List<Aspect> aspects = aspectsOf.apply(column);
            aspects.forEach(aspect -> addFigures(table, aspect, groups));
            addUnknown(table, label.apply(column), aspects, groups);
        }
        return new SegmentTraits(table.build());
    }

    /** Returns the figures of each trait, a column for each segment and one for all customers. */
    @Override
    public ResultTable toTable() {
        return table;
    }

    private static void addFigures(ResultTable.Builder table, Aspect aspect, List<int[]> groups) {
        List<double[]> known = groups.stream().map(aspect::known).toList();
        addRow(
                table,
                aspect.title(),
                aspect.isShare() ? "share" : "mean",
                known,
                values -> aspect.written(Aspect.mean(values)));
        if (aspect.isShare()) {
            return;
        }
        List<Quantiles> quantiles = known.stream().map(Quantiles::of).toList();
        addRow(table, aspect.title(), "median", quantiles, each -> aspect.written(each.median()));
        addRow(table, aspect.title(), "middle half", quantiles, each -> middleHalf(aspect, each));
    }

    private static void addUnknown(ResultTable.Builder table, String title, List<Aspect> aspects, List<int[]> groups) {
        if (unknown(aspects, groups.get(groups.size() - 1)) > 0) {
            addRow(table, title, "unknown", groups, group -> NumberText.count(unknown(aspects, group)));
        }
    }

    /** Counts missing values; text of which nothing is known has no aspect to tell it. */
    private static int unknown(List<Aspect> aspects, int[] group) {
        return aspects.isEmpty() ? group.length : aspects.get(0).unknown(group);
    }

    private static <T> void addRow(
            ResultTable.Builder table, String title, String figure, List<T> groups, Function<T, String> cell) {
        table.row(Stream.concat(Stream.of(title, figure), groups.stream().map(cell))
                .toList());
    }

    private static String middleHalf(Aspect aspect, Quantiles quantiles) {
        return Double.isNaN(quantiles.median())
                ? aspect.written(Double.NaN)
                : "%s to %s".formatted(aspect.written(quantiles.at(0.25)), aspect.written(quantiles.at(0.75)));
    }
}
