package segmentation.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import segmentation.analysis.AllCustomers;
import segmentation.analysis.Population;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.io.DataException;
import segmentation.text.NumberText;

/** What was learned of all customers on Spark; their numbers stay there, those left out are gone. */
final class SparkLearned implements Population.Learned {
    private static final double[] QUARTILES = {.25, .5, .75};

    private final SparkCustomers customers;
    private final JavaRDD<FeatureBlocks> raw;
    private final Optional<OutlierLimits> limits;
    private final Preprocessing preparation;
    private final FeatureTotals totals;

    private SparkLearned(
            SparkCustomers customers,
            JavaRDD<FeatureBlocks> raw,
            Optional<OutlierLimits> limits,
            Preprocessing preparation,
            FeatureTotals totals) {
        this.customers = customers;
        this.raw = raw;
        this.limits = limits;
        this.preparation = preparation;
        this.totals = totals;
    }

    /** Learns from all rows. */
    static SparkLearned of(
            SparkCustomers customers,
            JavaRDD<FeatureBlocks> all,
            List<Feature> features,
            Set<String> logged,
            ScalingMethod scaling,
            OptionalDouble outlierFactor) {
        Optional<OutlierLimits> limits = outlierFactor.stream()
                .mapToObj(factor -> limits(customers.shown(), all, features, factor))
                .findFirst();
        JavaRDD<FeatureBlocks> kept = limits.map(known -> within(all, known)).orElse(all);
        boolean[] logarithms = new boolean[features.size()];
        for (int j = 0; j < logarithms.length; j++) {
            logarithms[j] = logged.contains(features.get(j).name());
        }
        FeatureTotals totals = totals(kept, logarithms);
        refuse(customers.shown(), totals, features, logarithms);
        Preparation unscaled = Preparation.ofLogarithms(features, logged);
        double[][] scales = scales(customers.shown(), kept, unscaled, totals, scaling);
        Preprocessing preparation = Preprocessing.of(features, logged, scaling, scales[0], scales[1]);
        return new SparkLearned(customers, kept, limits, preparation, totals);
    }

    private static FeatureTotals totals(JavaRDD<FeatureBlocks> rows, boolean[] logged) {
        return rows.mapPartitions(
                        chunks -> List.of(FeatureTotals.of(chunks, logged)).iterator())
                .treeReduce(FeatureTotals::merge);
    }

    private static void refuse(String input, FeatureTotals totals, List<Feature> features, boolean[] logged) {
        if (totals.rows() == 0) {
            throw DataException.inFile(
                    input, "no row that has all features", "rows of customers", "choose other features");
        }
        if (totals.rows() > Integer.MAX_VALUE) {
            throw DataException.inFile(
                    input,
                    NumberText.count(totals.rows()) + " customers",
                    "at most " + NumberText.count(Integer.MAX_VALUE),
                    "fit a sample of them, and score the rest");
        }
        for (int j = 0; j < logged.length; j++) {
            if (logged[j] && totals.least(j) < 0) {
                throw DataException.inFile(
                        input + ", column " + features.get(j).column(),
                        NumberText.shortest(totals.least(j)),
                        "numbers from 0 up, as its logarithm is asked for",
                        "take no logarithm of it");
            }
        }
    }

    /** Returns centres and spreads, as the scaling of the same name has them. */
    private static double[][] scales(
            String input,
            JavaRDD<FeatureBlocks> raw,
            Preparation unscaled,
            FeatureTotals totals,
            ScalingMethod scaling) {
        int d = scaling == ScalingMethod.NONE ? 0 : unscaled.features().size();
        double[][] scales = new double[2][d];
        double[][] quartiles = scaling == ScalingMethod.ROBUST
                ? quartiles(logarithms(raw, unscaled), d, totals.rows())
                : new double[0][];
        for (int j = 0; j < d; j++) {
            switch (scaling) {
                case ZSCORE -> {
                    scales[0][j] = totals.mean(j);
                    scales[1][j] = totals.spread(j);
                }
                case MINMAX -> {
                    scales[0][j] = totals.leastScaled(j);
                    scales[1][j] = totals.isConstant(j) ? 0 : totals.mostScaled(j) - totals.leastScaled(j);
                }
                case ROBUST -> {
                    scales[0][j] = quartiles[j][1];
                    scales[1][j] = totals.isConstant(j)
                            ? 0
                            : range(quartiles[j], input, unscaled.features().get(j));
                }
                case NONE -> throw new IllegalStateException("Nothing is scaled");
            }
        }
        return scales;
    }

    private static double range(double[] quartiles, String input, Feature feature) {
        if (isRounding(quartiles)) {
            throw new IllegalArgumentException(
                    "%s: %s has equal quartiles, so it has no interquartile range to be scaled by; use z-score or min-max"
                            .formatted(input, feature.name()));
        }
        return quartiles[2] - quartiles[0];
    }

    private static JavaRDD<FeatureBlocks> logarithms(JavaRDD<FeatureBlocks> raw, Preparation unscaled) {
        return raw.mapPartitions(chunks -> {
            Preprocessing known = unscaled.preprocessing();
            return new Mapped<>(chunks, rows -> Preparation.applied(known, rows));
        });
    }

    /** Returns the three quartiles of each feature. */
    private static double[][] quartiles(JavaRDD<FeatureBlocks> rows, int d, long count) {
        long[] ranks = Arrays.stream(QUARTILES)
                .boxed()
                .flatMapToLong(share -> Arrays.stream(OrderStatistics.around(share, count)))
                .toArray();
        double[][] numbers = OrderStatistics.of(rows, block -> new int[block.rows()], d, new long[][] {ranks});
        double[][] quartiles = new double[d][QUARTILES.length];
        for (int j = 0; j < d; j++) {
            for (int q = 0; q < QUARTILES.length; q++) {
                quartiles[j][q] =
                        OrderStatistics.between(QUARTILES[q], count, numbers[j][2 * q], numbers[j][2 * q + 1]);
            }
        }
        return quartiles;
    }

    private static OutlierLimits limits(
            String input, JavaRDD<FeatureBlocks> all, List<Feature> features, double factor) {
        int d = features.size();
        long count = all.map(rows -> (long) rows.rows()).fold(0L, Long::sum);
        if (count == 0) {
            throw DataException.inFile(
                    input, "no row that has all features", "rows of customers", "choose other features");
        }
        double[][] quartiles = quartiles(all, d, count);
        double[] lower = new double[d];
        double[] upper = new double[d];
        for (int j = 0; j < d; j++) {
            double reach = factor * (quartiles[j][2] - quartiles[j][0]);
            boolean limited = !isRounding(quartiles[j]);
            lower[j] = limited ? quartiles[j][0] - reach : Double.NEGATIVE_INFINITY;
            upper[j] = limited ? quartiles[j][2] + reach : Double.POSITIVE_INFINITY;
        }
        return OutlierLimits.of(features, factor, lower, upper);
    }

    /** Says whether two quartiles differ by no more than rounding. */
    private static boolean isRounding(double[] quartiles) {
        double largest = Math.max(Math.abs(quartiles[0]), Math.abs(quartiles[2]));
        return quartiles[2] - quartiles[0] <= 2 * Math.ulp(1.0) * largest;
    }

    private static JavaRDD<FeatureBlocks> within(JavaRDD<FeatureBlocks> all, OutlierLimits limits) {
        Preparation unscaled = Preparation.ofLogarithms(limits.features(), Set.of());
        double[] lower = limits.lower();
        double[] upper = limits.upper();
        JavaRDD<FeatureBlocks> kept = all.flatMap(rows -> Chunks.within(rows, unscaled.features(), lower, upper));
        return kept.persist(StorageLevel.DISK_ONLY());
    }

    @Override
    public Population population() {
        return customers;
    }

    @Override
    public Optional<OutlierLimits> limits() {
        return limits;
    }

    @Override
    public Preprocessing preparation() {
        return preparation;
    }

    @Override
    public int rows() {
        return Math.toIntExact(customers.count());
    }

    @Override
    public int leftOut() {
        return Math.toIntExact(customers.count() - totals.rows());
    }

    @Override
    public AllCustomers clustered(Preprocessing prepared, double[][] start, int maxIterations) {
        return Faults.told(customers.shown(), () -> clusteredThere(prepared, start, maxIterations));
    }

    private AllCustomers clusteredThere(Preprocessing known, double[][] start, int maxIterations) {
        Preparation sent = Preparation.of(known);
        JavaRDD<FeatureBlocks> prepared = logarithms(raw, sent).persist(StorageLevel.MEMORY_AND_DISK());
        double[] centroids = SparkLloyd.centroids(prepared, start, maxIterations);
        prepared.unpersist(false);
        SegmentTotals segments = raw.mapPartitions(chunks ->
                        List.of(SegmentTotals.of(chunks, sent, centroids)).iterator())
                .treeReduce(SegmentTotals::merge);
        refuseEmpty(segments);
        return segments.customers(known, centroids, totals, medians(segments, sent, centroids));
    }

    /** A small segment of the sample can lose all its customers to its neighbours as centroids move on all rows. */
    private void refuseEmpty(SegmentTotals segments) {
        int k = segments.k();
        IntStream.range(0, k)
                .filter(cluster -> segments.size(cluster) == 0)
                .findFirst()
                .ifPresent(cluster -> {
                    throw DataException.inFile(
                            customers.shown(),
                            "a segment, number %d of %d, that no customer is left in once all are looked at"
                                    .formatted(cluster + 1, k),
                            "customers in each",
                            "choose fewer segments, such as --k %d".formatted(k - 1));
                });
    }

    private double[] medians(SegmentTotals segments, Preparation sent, double[] centroids) {
        int d = preparation.features().size();
        long[][] ranks = new long[segments.k()][];
        for (int cluster = 0; cluster < ranks.length; cluster++) {
            ranks[cluster] = OrderStatistics.around(.5, segments.size(cluster));
        }
        double[][] numbers = OrderStatistics.of(raw, new Segments(sent, centroids), d, ranks);
        double[] medians = new double[numbers.length];
        for (int at = 0; at < medians.length; at++) {
            medians[at] = OrderStatistics.between(.5, segments.size(at / d), numbers[at][0], numbers[at][1]);
        }
        return medians;
    }

    /** Groups rows by the nearest centroid. */
    private record Segments(Preparation preparation, double[] centroids) implements OrderStatistics.Grouping {
        @Override
        public int[] of(FeatureBlocks rows) {
            Preprocessing known = preparation.preprocessing();
            FeatureBlocks prepared = Preparation.applied(known, rows);
            Nearest nearest = new Nearest(centroids, rows.columns());
            int[] groups = new int[rows.rows()];
            for (int block = 0; block < rows.blocks(); block++) {
                nearest.look(prepared, block);
                for (int i = 0; i < rows.size(block); i++) {
                    groups[block * FeatureBlocks.SIZE + i] = nearest.cluster(i);
                }
            }
            return groups;
        }
    }
}
