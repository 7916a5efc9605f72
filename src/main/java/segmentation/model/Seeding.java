package segmentation.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import segmentation.features.FeatureBlocks;
import segmentation.features.Lanes;

/**
 * Starting centroids by greedy k-means++: rows drawn with odds that grow with the squared distance to the nearest
 * centroid so far; of several draws, the one that leaves the least sum of squares is kept.
 *
 * <p>Source: Arthur and Vassilvitskii, k-means++: the advantages of careful seeding, SODA 2007. The number of draws,
 * 2 + ln k, is scikit-learn's.
 */
final class Seeding {
    private final Rows rows;
    private final FeatureBlocks blocks;
    private final int k;
    private final SplittableRandom random;
    private final double[] centroids;
    private final double[] cumulated;

    /** Squared distances to the nearest centroid, block by block: so far, with the row on trial, with the best trial. */
    private double[][] nearest;

    private double[][] trial;
    private double[][] best;

    private Seeding(Rows rows, FeatureBlocks blocks, int k, SplittableRandom random) {
        this.rows = rows;
        this.blocks = blocks;
        this.k = k;
        this.random = random;
        this.centroids = new double[k * rows.columns()];
        this.cumulated = new double[rows.count()];
        this.nearest = emptyBlocks(blocks);
        this.trial = emptyBlocks(blocks);
        this.best = emptyBlocks(blocks);
    }

    /** Returns k × d centroids, row-major; rows may be drawn twice where fewer than k differ. */
    static double[] centroids(Rows rows, FeatureBlocks blocks, int k, SplittableRandom random) {
        Seeding seeding = new Seeding(rows, blocks, k, random);
        seeding.first();
        for (int cluster = 1; cluster < k; cluster++) {
            seeding.next(cluster);
        }
        return seeding.centroids;
    }

    private static double[][] emptyBlocks(FeatureBlocks blocks) {
        double[][] empty = new double[blocks.blocks()][];
        Arrays.setAll(empty, block -> new double[blocks.size(block)]);
        return empty;
    }

    private void first() {
        rows.copyTo(centroids, 0, random.nextInt(rows.count()));
        for (int block = 0; block < nearest.length; block++) {
            blocks.squaredDistances(block, centroids, 0, nearest[block]);
        }
    }

    private void next(int cluster) {
        Parallel.checkStopped();
        double total = cumulate();
        double least = Double.POSITIVE_INFINITY;
        int chosen = 0;
        int draws = 2 + (int) Math.log(k);
        for (int draw = 0; draw < draws; draw++) {
            int candidate = rowAt(random.nextDouble() * total);
            rows.copyTo(centroids, cluster, candidate);
            double left = tryOut(cluster);
            if (left < least) {
                least = left;
                chosen = candidate;
                double[][] worse = best;
                best = trial;
                trial = worse;
            }
        }
        rows.copyTo(centroids, cluster, chosen);
        double[][] old = nearest;
        nearest = best;
        best = old;
    }

    /** Sums the distances up row by row, and returns the sum of all. */
    private double cumulate() {
        double sum = 0;
        int row = 0;
        for (double[] block : nearest) {
            for (double squares : block) {
                sum += squares;
                cumulated[row++] = sum;
            }
        }
        return sum;
    }

    private int rowAt(double sum) {
        int found = Arrays.binarySearch(cumulated, sum);
        if (found < 0) {
            return Math.min(-found - 1, cumulated.length - 1);
        }
        // A row at distance 0 adds nothing to the sum and must not be drawn.
        int next = found;
        while (next < cumulated.length - 1 && cumulated[next] == sum) {
            next++;
        }
        return next;
    }

    private double tryOut(int cluster) {
        double left = 0;
        for (int block = 0; block < trial.length; block++) {
            blocks.squaredDistances(block, centroids, cluster * rows.columns(), trial[block]);
            Lanes.keepLeast(trial[block], nearest[block], trial[block].length);
            left += Lanes.sum(trial[block], trial[block].length);
        }
        return left;
    }
}
