package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.rfm.Rfm;
import segmentation.rfm.RfmScores;
import segmentation.rfm.RfmScores.GroupFigures;
import segmentation.rfm.RfmScores.Quintiles;
import segmentation.text.ResultTable;

/** The quintiles of all customers, and their groups in a few figures, found by counting where the customers are. */
final class RfmFifths implements AutoCloseable {
    private static final int VALUES = Rfm.TITLES.size();
    private static final int ROWS = 32 * FeatureBlocks.SIZE;

    private final JavaRDD<FeatureBlocks> values;

    private RfmFifths(JavaRDD<FeatureBlocks> values) {
        this.values = values;
    }

    /** Takes recency, frequency and monetary value of customers. */
    static RfmFifths of(JavaRDD<Rfm> customers) {
        return new RfmFifths(customers.mapPartitions(Values::new).persist(StorageLevel.DISK_ONLY()));
    }

    /** Returns the quintiles of so many customers. */
    Quintiles quintiles(long customers) {
        double[] shares = Quintiles.shares();
        long[] ranks = Arrays.stream(shares)
                .boxed()
                .flatMapToLong(share -> Arrays.stream(OrderStatistics.around(share, customers)))
                .toArray();
        double[][] numbers = OrderStatistics.of(values, rows -> new int[rows.rows()], VALUES, new long[][] {ranks});
        List<List<Double>> fifths = new ArrayList<>();
        for (double[] found : numbers) {
            List<Double> edges = new ArrayList<>();
            for (int i = 0; i < shares.length; i++) {
                edges.add(OrderStatistics.between(shares[i], customers, found[2 * i], found[2 * i + 1]));
            }
            fifths.add(edges);
        }
        return new Quintiles(fifths.get(0), fifths.get(1), fifths.get(2));
    }

    /** Returns the table of the groups. */
    ResultTable groups(Quintiles fifths) {
        RfmScores.Group[] groups = RfmScores.Group.values();
        Grouping grouping = new Grouping(fifths);
        Totals totals = values.mapPartitions(chunks ->
                        List.of(Totals.of(chunks, grouping, groups.length)).iterator())
                .treeReduce(Totals::merge);
        long[][] ranks = new long[groups.length][];
        Arrays.setAll(ranks, group -> OrderStatistics.around(.5, Math.max(1, totals.sizes[group])));
        double[][] numbers = OrderStatistics.of(values, grouping, VALUES, ranks);
        List<GroupFigures> figures = new ArrayList<>();
        for (RfmScores.Group group : groups) {
            long size = totals.sizes[group.ordinal()];
            double[] days = numbers[group.ordinal() * VALUES];
            double[] purchases = numbers[group.ordinal() * VALUES + 1];
            figures.add(new GroupFigures(
                    group,
                    size,
                    OrderStatistics.between(.5, size, days[0], days[1]),
                    OrderStatistics.between(.5, size, purchases[0], purchases[1]),
                    totals.money.value(group.ordinal())));
        }
        return RfmScores.table(
                figures, figures.stream().mapToDouble(GroupFigures::money).sum());
    }

    @Override
    public void close() {
        values.unpersist(false);
    }

    /** Groups customers as the scores do. */
    private record Grouping(Quintiles fifths) implements OrderStatistics.Grouping {
        @Override
        public int[] of(FeatureBlocks rows) {
            int[] groups = new int[rows.rows()];
            Arrays.setAll(
                    groups,
                    row -> fifths.group(rows.at(row, 0), rows.at(row, 1)).ordinal());
            return groups;
        }
    }

    /** How many customers are in each group, and what they spent. */
    private static final class Totals implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final long[] sizes;
        private final ExactSums money;

        private Totals(int groups) {
            this.sizes = new long[groups];
            this.money = new ExactSums(groups);
        }

        static Totals of(Iterator<FeatureBlocks> chunks, Grouping grouping, int count) {
            Totals all = new Totals(count);
            while (chunks.hasNext()) {
                FeatureBlocks rows = chunks.next();
                int[] groups = grouping.of(rows);
                for (int row = 0; row < groups.length; row++) {
                    all.money.expect(1);
                    all.money.add(groups[row], rows.at(row, 2));
                    all.sizes[groups[row]]++;
                }
            }
            return all;
        }

        Totals merge(Totals other) {
            Arrays.setAll(sizes, group -> sizes[group] + other.sizes[group]);
            money.merge(other.money);
            return this;
        }
    }

    /** Turns customers into blocks of numbers. */
    private record Values(Iterator<Rfm> customers) implements Iterator<FeatureBlocks> {
        @Override
        public boolean hasNext() {
            return customers.hasNext();
        }

        @Override
        public FeatureBlocks next() {
            if (!customers.hasNext()) {
                throw new NoSuchElementException("All customers of the part have been taken");
            }
            List<double[]> rows = new ArrayList<>();
            while (rows.size() < ROWS && customers.hasNext()) {
                Rfm next = customers.next();
                rows.add(new double[] {
                    next.recencyDays(), next.frequency(), next.monetary().doubleValue()
                });
            }
            List<Feature> features = Stream.of("recency", "frequency", "monetary")
                    .map(Feature::named)
                    .toList();
            return FeatureMatrix.of(features, rows.size(), (row, column) -> rows.get(row)[column])
                    .blocks();
        }
    }
}
