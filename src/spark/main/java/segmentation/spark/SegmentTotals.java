package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import segmentation.analysis.AllCustomers;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.Preprocessing;
import segmentation.profile.SegmentProfile.FeatureFigures;

/** What is told of the segments in the end, in one pass over all rows: sizes, WCSS, farthest customers, means, ranges. */
final class SegmentTotals implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final int columns;
    private final long[] sizes;
    private final double[] farthest;
    private final double[] least;
    private final double[] most;
    private final boolean[] others;
    private final ExactSums raw;
    private final ExactSums scale;
    private final ExactSums wcss = new ExactSums(1);

    private SegmentTotals(int k, int columns) {
        this.columns = columns;
        this.sizes = new long[k];
        this.farthest = new double[k];
        this.least = new double[k * columns];
        this.most = new double[k * columns];
        this.others = new boolean[columns];
        this.raw = new ExactSums(k * columns);
        this.scale = new ExactSums(k * columns);
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    /** Gives rows in original units to their nearest centroids. */
    static SegmentTotals of(Iterator<FeatureBlocks> chunks, Preparation preparation, double[] centroids) {
        Preprocessing known = preparation.preprocessing();
        int columns = known.features().size();
        Nearest nearest = new Nearest(centroids, columns);
        SegmentTotals all = new SegmentTotals(nearest.k(), columns);
        while (chunks.hasNext()) {
            FeatureBlocks rows = chunks.next();
            FeatureBlocks prepared = Preparation.applied(known, rows);
            for (int block = 0; block < rows.blocks(); block++) {
                nearest.look(prepared, block);
                all.add(rows, block, nearest, known);
            }
        }
        return all;
    }

    private void add(FeatureBlocks rows, int block, Nearest nearest, Preprocessing known) {
        int size = rows.size(block);
        wcss.expect(size);
        raw.expect(size);
        scale.expect(size);
        for (int i = 0; i < size; i++) {
            int cluster = nearest.cluster(i);
            sizes[cluster]++;
            farthest[cluster] = Math.max(farthest[cluster], nearest.squaredDistance(i));
            wcss.add(0, nearest.squaredDistance(i));
            for (int j = 0; j < columns; j++) {
                double value = rows.at(block * FeatureBlocks.SIZE + i, j);
                add(cluster * columns + j, j, value, known.isLogged(j));
            }
        }
    }

    private void add(int at, int j, double value, boolean logged) {
        least[at] = Math.min(least[at], value);
        most[at] = Math.max(most[at], value);
        others[j] |= value != 0 && value != 1;
        raw.add(at, value);
        if (logged) {
            scale.add(at, StrictMath.log1p(value));
        }
    }

    /** Adds the other's rows to these, and returns these. */
    SegmentTotals merge(SegmentTotals other) {
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            sizes[cluster] += other.sizes[cluster];
            farthest[cluster] = Math.max(farthest[cluster], other.farthest[cluster]);
        }
        for (int at = 0; at < least.length; at++) {
            least[at] = Math.min(least[at], other.least[at]);
            most[at] = Math.max(most[at], other.most[at]);
        }
        for (int j = 0; j < columns; j++) {
            others[j] |= other.others[j];
        }
        raw.merge(other.raw);
        scale.merge(other.scale);
        wcss.merge(other.wcss);
        return this;
    }

    long size(int cluster) {
        return sizes[cluster];
    }

    int k() {
        return sizes.length;
    }

    /**
     * Returns the segments.
     *
     * @param all the totals of the features over all customers
     * @param medians by segment and feature
     */
    AllCustomers customers(Preprocessing known, double[] centroids, FeatureTotals all, double[] medians) {
        List<AllCustomers.Segment> segments = new ArrayList<>();
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            segments.add(new AllCustomers.Segment(
                    Math.toIntExact(sizes[cluster]),
                    Arrays.copyOfRange(centroids, cluster * columns, (cluster + 1) * columns),
                    Math.sqrt(farthest[cluster]),
                    figures(cluster, known, all, medians)));
        }
        return new AllCustomers(wcss.value(0), segments);
    }

    private List<FeatureFigures> figures(int cluster, Preprocessing known, FeatureTotals all, double[] medians) {
        List<FeatureFigures> figures = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            Feature feature = known.features().get(j);
            int at = cluster * columns + j;
            double mean = raw.mean(at, sizes[cluster]);
            double scaled = known.isLogged(j) ? scale.mean(at, sizes[cluster]) : mean;
            double deviation = all.spread(j);
            figures.add(new FeatureFigures(
                    feature,
                    mean,
                    medians[at],
                    least[at],
                    most[at],
                    !others[j],
                    deviation == 0 ? 0 : (scaled - all.mean(j)) / deviation));
        }
        return figures;
    }
}
