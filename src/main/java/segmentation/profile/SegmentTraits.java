package segmentation.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.data.customers.CustomerTable;
import segmentation.model.Parallel;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
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
    private final ResultTable.Builder shown =
            ResultTable.titled("Segments against all customers").text("trait", "figure");
    private final List<String> groups;
    private final List<Row> rows = new ArrayList<>();

    /** A figure of a trait by segment, and of all customers. */
    private record Row(String trait, String figure, List<Double> ofGroups) {}

    /** What is said of one column: lines to read, and lines of numbers. */
    private record Lines(List<List<String>> shown, List<Row> rows) {

        static Lines of(String label, List<Aspect> aspects, List<int[]> groups) {
            Lines lines = new Lines(new ArrayList<>(), new ArrayList<>());
            aspects.forEach(aspect -> lines.addFigures(aspect, groups));
            lines.addUnknown(label, aspects, groups);
            return lines;
        }

        private void addFigures(Aspect aspect, List<int[]> groups) {
            List<double[]> known = groups.stream().map(aspect::known).toList();
            List<Double> means = known.stream().map(Aspect::mean).toList();
            show(aspect.title(), aspect.isShare() ? "share" : "mean", means, aspect::written);
            keep(aspect.title(), aspect.isShare() ? "share" : "mean", means);
            if (aspect.isShare()) {
                return;
            }
            List<Quantiles> quantiles = known.stream().map(Quantiles::of).toList();
            List<Double> medians = quantiles.stream().map(Quantiles::median).toList();
            show(aspect.title(), "median", medians, aspect::written);
            show(aspect.title(), "middle half", quantiles, each -> middleHalf(aspect, each));
            keep(aspect.title(), "median", medians);
            keep(
                    aspect.title(),
                    "first quartile",
                    quantiles.stream().map(each -> each.at(0.25)).toList());
            keep(
                    aspect.title(),
                    "third quartile",
                    quantiles.stream().map(each -> each.at(0.75)).toList());
        }

        private void addUnknown(String title, List<Aspect> aspects, List<int[]> groups) {
            List<Integer> unknown =
                    groups.stream().map(group -> unknown(aspects, group)).toList();
            if (unknown.get(unknown.size() - 1) > 0) {
                show(title, "unknown", unknown, count -> NumberText.count(count));
                keep(
                        title,
                        "unknown",
                        unknown.stream().map(Integer::doubleValue).toList());
            }
        }

        /** Counts missing values; text of which nothing is known has no aspect to tell it. */
        private static int unknown(List<Aspect> aspects, int[] group) {
            return aspects.isEmpty() ? group.length : aspects.get(0).unknown(group);
        }

        private <T> void show(String title, String figure, List<T> ofGroups, Function<T, String> cell) {
            shown.add(Stream.concat(Stream.of(title, figure), ofGroups.stream().map(cell))
                    .toList());
        }

        private void keep(String title, String figure, List<Double> ofGroups) {
            rows.add(new Row(title, figure, ofGroups));
        }

        private static String middleHalf(Aspect aspect, Quantiles quantiles) {
            return Double.isNaN(quantiles.median())
                    ? aspect.written(Double.NaN)
                    : "%s to %s".formatted(aspect.written(quantiles.at(0.25)), aspect.written(quantiles.at(0.75)));
        }
    }

    private SegmentTraits(int k) {
        this.groups = Stream.concat(
                        IntStream.rangeClosed(1, k).mapToObj(segment -> "segment " + segment), Stream.of("all"))
                .toList();
        shown.figures(groups.toArray(String[]::new));
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
        SegmentTraits traits = new SegmentTraits(segments.k());
        for (Lines lines : Parallel.map(
                columns.length, i -> Lines.of(label.apply(columns[i]), aspectsOf.apply(columns[i]), groups))) {
            lines.shown().forEach(traits.shown::row);
            traits.rows.addAll(lines.rows());
        }
        return traits;
    }

    /** Returns the figures of each trait, a column for each segment and one for all customers. */
    @Override
    public ResultTable toTable() {
        return shown.build();
    }

    /** Returns the means and shares alone, for a reader who wants one figure a trait. */
    public ResultTable means() {
        ResultTable all = toTable();
        ResultTable.Builder means =
                ResultTable.titled("Means and shares against all customers").text("trait");
        all.columns().stream().skip(2).forEach(column -> means.figures(column.title()));
        all.rows().stream()
                .filter(row -> row.get(1).equals("mean") || row.get(1).equals("share"))
                .forEach(row -> means.row(
                        Stream.concat(Stream.of(row.get(0)), row.stream().skip(2))
                                .toList()));
        return means.build();
    }

    /**
     * Returns the figures as numbers to sort, join and plot; the middle half as its two quartiles, shares from 0 to 1. It is made
     * here, as the first table of a program makes Tablesaw look through the whole class path.
     */
    public Table table() {
        Table table = Table.create(
                "traits",
                StringColumn.create("trait", rows.stream().map(Row::trait)),
                StringColumn.create("figure", rows.stream().map(Row::figure)));
        for (int i = 0; i < groups.size(); i++) {
            int group = i;
            table.addColumns(DoubleColumn.create(
                    groups.get(group),
                    rows.stream().mapToDouble(row -> row.ofGroups().get(group))));
        }
        return table;
    }
}
