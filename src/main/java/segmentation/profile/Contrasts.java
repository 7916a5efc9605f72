package segmentation.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.model.Parallel;
import segmentation.stats.CompensatedSum;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import segmentation.text.Wording;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What separates segments, most first: an effect for each column, and for each segment sentences in figures.
 *
 * <p>Columns are ranked by {@link EffectSize#strength}. Within a segment, columns are ranked by the distance of its
 * mean from that of all customers, in their standard deviations; a share counts as the mean of 0 and 1. Of a text
 * column the value is told whose share differs most, the first by alphabet where two differ as much. Missing values are left out,
 * and counted. Descriptive only: see {@link EffectSize}.
 */
public final class Contrasts implements Tabular {
    /** Differences of shares closer than this are equal: those of the two values of a column always are. */
    private static final double LEAST_DIFFERENCE = 1e-9;

    private final List<ColumnContrast> ranked;
    private final int k;

    private Contrasts(List<ColumnContrast> ranked, int k) {
        this.ranked = ranked;
        this.k = k;
    }

    private record ColumnContrast(
            String column, String label, EffectSize effect, int unknown, List<Contrast> bySegment) {}

    /** The means of an aspect: of each segment, its distance in standard deviations, and of all customers; NaN if unknown. */
    private record Means(Aspect aspect, double[] means, double[] distances, int[] unknown, double mean) {
        private static Means of(Aspect aspect, double[] scale, int[] labels, int k) {
            CompensatedSum[] own = CompensatedSum.several(k);
            CompensatedSum all = new CompensatedSum();
            int[] unknown = new int[k];
            addTo(own, all, unknown, aspect.values(), labels);
            CompensatedSum[] ownScaled = own;
            CompensatedSum allScaled = all;
            if (scale != aspect.values()) {
                ownScaled = CompensatedSum.several(k);
                allScaled = new CompensatedSum();
                addTo(ownScaled, allScaled, new int[k], scale, labels);
            }
            double centre = allScaled.mean();
            double deviation = Aspect.deviation(scale, centre);
            double[] means = new double[k];
            double[] distances = new double[k];
            for (int i = 0; i < k; i++) {
                means[i] = own[i].mean();
                distances[i] = (ownScaled[i].mean() - centre) / deviation;
            }
            return new Means(aspect, means, distances, unknown, all.mean());
        }

        private static void addTo(
                CompensatedSum[] own, CompensatedSum all, int[] unknown, double[] values, int[] labels) {
            for (int i = 0; i < values.length; i++) {
                if (Double.isNaN(values[i])) {
                    unknown[labels[i] - 1]++;
                } else {
                    own[labels[i] - 1].add(values[i]);
                    all.add(values[i]);
                }
            }
        }

        private double difference(int segment) {
            return means[segment - 1] - mean;
        }
    }

    /**
     * Compares segments on columns, those that made them or others, derived ones too.
     *
     * @param labels a segment from 1 to k for each customer
     * @param columns names in the table's descriptor, at least one
     * @throws IllegalArgumentException where the labels do not fit, no column is named, there is none of that name, or
     *     it holds dates
     */
    public static Contrasts of(CustomerTable customers, int[] labels, String... columns) {
        return of(customers, labels, Set.of(), columns);
    }

    /**
     * Compares segments that were made of logarithms of some columns: effects and distances of these are those of
     * log(1 + x), their means stay in original units.
     *
     * @param logged numeric columns without negative values, among those compared or not
     */
    public static Contrasts of(CustomerTable customers, int[] labels, Set<String> logged, String... columns) {
        int k = SegmentMembers.checkedK(labels, customers.rows());
        if (columns.length == 0) {
            throw new IllegalArgumentException("Name at least one column to compare the segments on");
        }
        return new Contrasts(
                Parallel.map(
                                columns.length,
                                place ->
                                        contrast(customers, labels, k, logged.contains(columns[place]), columns[place]))
                        .stream()
                        .sorted(Comparator.comparingDouble(
                                contrast -> -contrast.effect().strength()))
                        .toList(),
                k);
    }

    /** Returns the number of segments. */
    public int k() {
        return k;
    }

    /** Returns the names of the columns, the one that separates the segments most first. */
    public List<String> columns() {
        return ranked.stream().map(ColumnContrast::column).toList();
    }

    /** Returns the effect of a column; {@link IllegalArgumentException} where it was not compared. */
    public EffectSize effect(String column) {
        return ranked.stream()
                .filter(contrast -> contrast.column().equals(column))
                .findFirst()
                .map(ColumnContrast::effect)
                .orElseThrow(() ->
                        new IllegalArgumentException("%s was not compared, only %s".formatted(column, columns())));
    }

    /**
     * Returns how a segment differs from all customers, most first, one contrast a column; none for a column on which
     * all known customers agree or of which nothing is known in the segment.
     *
     * @param segment 1..k
     * @throws IllegalArgumentException where there is no such segment
     */
    public List<Contrast> ofSegment(int segment) {
        if (segment < 1 || segment > k) {
            throw new IllegalArgumentException("There are segments 1 to %d, got %d".formatted(k, segment));
        }
        return ranked.stream()
                .flatMap(column -> column.bySegment().stream())
                .filter(contrast -> contrast.segment() == segment)
                .sorted(Comparator.comparingDouble(contrast -> -Math.abs(contrast.deviations())))
                .toList();
    }

    /** Returns a row for each column: its effect, the customers of which it is not known, the segment farthest away. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("What separates the segments most; descriptive, no test")
                .text("column")
                .figures("effect", "unknown")
                .text("what differs most");
        ranked.forEach(column -> table.row(
                column.label(), column.effect().text(), NumberText.count(column.unknown()), farthest(column)));
        return table.build();
    }

    /** Returns a row for each column and segment, to sort, join and plot: effects, and deviations from all customers. */
    public Table table() {
        StringColumn columns = StringColumn.create("column");
        StringColumn measures = StringColumn.create("measure");
        DoubleColumn effects = DoubleColumn.create("effect");
        IntColumn unknown = IntColumn.create("unknown");
        IntColumn segments = IntColumn.create("segment");
        DoubleColumn deviations = DoubleColumn.create("deviations");
        for (ColumnContrast column : ranked) {
            for (Contrast contrast : column.bySegment()) {
                columns.append(column.column());
                measures.append(column.effect().measure().label());
                effects.append(column.effect().value());
                unknown.append(column.unknown());
                segments.append(contrast.segment());
                deviations.append(contrast.deviations());
            }
        }
        return Table.create("contrasts", columns, measures, effects, unknown, segments, deviations);
    }

    private static String farthest(ColumnContrast column) {
        return column.bySegment().stream()
                .filter(contrast -> contrast.deviations() != 0)
                .min(Comparator.comparingDouble(contrast -> -Math.abs(contrast.deviations())))
                .map(contrast -> "segment %d: %s".formatted(contrast.segment(), contrast.sentence()))
                .orElse("no segment differs");
    }

    private static ColumnContrast contrast(
            CustomerTable customers, int[] labels, int k, boolean logged, String column) {
        List<Aspect> known = Aspect.of(customers, column);
        List<double[]> scales =
                known.stream().map(aspect -> aspect.scale(logged)).toList();
        List<Means> aspects = IntStream.range(0, known.size())
                .mapToObj(i -> Means.of(known.get(i), scales.get(i), labels, k))
                .toList();
        EffectSize effect = customers.dataset().field(column).isNumeric()
                ? EffectSize.etaSquared(scales.get(0), labels)
                : EffectSize.cramersV(customers.texts(column), labels);
        return new ColumnContrast(
                column,
                customers.dataset().field(column).label(),
                effect,
                labels.length - effect.known(),
                IntStream.rangeClosed(1, k)
                        .mapToObj(segment -> farthest(column, aspects, segment))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Contrast> farthest(String column, List<Means> aspects, int segment) {
        return aspects.stream()
                .min(Comparator.comparingDouble(means -> -difference(means, segment)))
                .map(means -> contrast(column, means, segment))
                .filter(contrast -> Double.isFinite(contrast.deviations()));
    }

    private static double difference(Means means, int segment) {
        return Math.rint(Math.abs(means.difference(segment)) / LEAST_DIFFERENCE);
    }

    private static Contrast contrast(String column, Means means, int segment) {
        int unknown = means.unknown[segment - 1];
        return new Contrast(
                segment,
                column,
                sentence(means.aspect(), means.means[segment - 1], means.mean)
                        + (unknown == 0 ? "" : ", %s unknown left out".formatted(NumberText.count(unknown))),
                means.distances[segment - 1]);
    }

    private static String sentence(Aspect aspect, double own, double all) {
        return aspect.isShare()
                ? "%s: %s against %s of all customers"
                        .formatted(aspect.noun(), aspect.written(own), aspect.written(all))
                : "%s %s against %s of all customers"
                        .formatted(
                                Wording.mean(aspect.noun()),
                                Aspect.withUnit(aspect.written(own), aspect.noun(), aspect.unit()),
                                aspect.written(all));
    }
}
