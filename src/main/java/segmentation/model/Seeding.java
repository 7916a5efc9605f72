package segmentation.model;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/**
 * Starting centroids by greedy k-means++: rows drawn with odds that grow with the squared distance to the nearest
 * centroid so far; of several draws, the one that leaves the least sum of squares is kept.
 *
 * <p>Of each row only the distance to its nearest centroid is kept: 8 bytes. Sums are taken share by share in a fixed
 * order, so threads cannot change a draw.
 *
 * <p>Source: Arthur and Vassilvitskii, k-means++: the advantages of careful seeding, SODA 2007. The number of draws,
 * 2 + ln k, is scikit-learn's.
 */
final class Seeding {
    private final FeatureBlocks rows;
    private final SplittableRandom random;
    private final double[] centroids;
    private final Share[] shares;

    private Seeding(FeatureBlocks rows, int k, SplittableRandom random) {
        this.rows = rows;
        this.random = random;
        this.centroids = new double[k * rows.columns()];
        this.shares =
                RowShare.of(rows).stream().map(share -> new Share(rows, share)).toArray(Share[]::new);
    }

    /** Returns k × d centroids, row-major; rows may be drawn twice where fewer than k differ. */
    static double[] centroids(FeatureBlocks rows, int k, SplittableRandom random) {
        Seeding seeding = new Seeding(rows, k, random);
        seeding.take(random.nextInt(rows.rows()), 0);
        for (int cluster = 1; cluster < k; cluster++) {
            seeding.take(seeding.drawn(), cluster);
        }
        return seeding.centroids;
    }

    /** Returns what draws one more centroid beside those of k - 1 clusters, (k - 1) × d and row-major. */
    static Seeding beside(FeatureBlocks rows, double[] centroids, SplittableRandom random) {
        int others = centroids.length / rows.columns();
        Seeding seeding = new Seeding(rows, others + 1, random);
        System.arraycopy(centroids, 0, seeding.centroids, 0, centroids.length);
        IntStream.range(0, others).forEach(seeding::count);
        return seeding;
    }

    /** Returns k × d centroids, the last of which is drawn anew at each call. */
    double[] withAnother() {
        double[] all = centroids.clone();
        rows.copyRow(drawn(), all, all.length - rows.columns());
        return all;
    }

    private void take(int row, int cluster) {
        rows.copyRow(row, centroids, cluster * rows.columns());
        count(cluster);
    }

    private void count(int cluster) {
        Parallel.map(shares.length, share -> shares[share].take(centroids, cluster * rows.columns()));
    }

    /** Returns the best of some drawn rows. */
    private int drawn() {
        int[] draws = new int[2 + (int) Math.log(centroids.length / rows.columns())];
        draw(draws);
        return draws[best(draws)];
    }

    private void draw(int[] draws) {
        double total = 0;
        for (Share share : shares) {
            total += share.total();
        }
        for (int draw = 0; draw < draws.length; draw++) {
            draws[draw] = rowAt(random.nextDouble() * total);
        }
    }

    private int rowAt(double sum) {
        double left = sum;
        int share = 0;
        while (share < shares.length - 1 && left >= shares[share].total()) {
            left -= shares[share++].total();
        }
        return shares[share].rowAt(left);
    }

    /** Returns the number of the draw that would leave the least sum of squares, the first of equals. */
    private int best(int[] draws) {
        int d = rows.columns();
        double[] candidates = new double[draws.length * d];
        for (int draw = 0; draw < draws.length; draw++) {
            rows.copyRow(draws[draw], candidates, draw * d);
        }
        List<double[]> left = Parallel.map(shares.length, share -> shares[share].leftBy(candidates));
        double[] sums = new double[draws.length];
        left.forEach(ofShare -> Vectors.add(sums, ofShare, sums.length));
        int best = 0;
        for (int draw = 1; draw < sums.length; draw++) {
            best = sums[draw] < sums[best] ? draw : best;
        }
        return best;
    }

    /** The squared distances of some thousands of neighbouring rows to their nearest starting centroid so far. */
    private static final class Share {
        private final FeatureBlocks rows;
        private final int firstBlock;
        private final double[][] nearest;
        private final double[] totals;

        Share(FeatureBlocks rows, RowShare share) {
            this.rows = rows;
            this.firstBlock = share.firstBlock();
            this.nearest = IntStream.range(firstBlock, share.endBlock())
                    .mapToObj(block -> infinite(rows.size(block)))
                    .toArray(double[][]::new);
            this.totals = new double[share.blocks()];
        }

        private static double[] infinite(int size) {
            double[] values = new double[size];
            Arrays.fill(values, Double.POSITIVE_INFINITY);
            return values;
        }

        /** Counts the point of d values at {@code at} among the centroids, and returns the sum of all distances. */
        double take(double[] points, int at) {
            Parallel.checkStopped();
            double[] distances = new double[FeatureBlocks.SIZE];
            for (int block = 0; block < nearest.length; block++) {
                rows.squaredDistances(firstBlock + block, points, at, distances);
                Vectors.keepLeast(nearest[block], distances, nearest[block].length);
                totals[block] = Vectors.sum(nearest[block], nearest[block].length);
            }
            return total();
        }

        /** Returns the sum of all distances. */
        double total() {
            return Vectors.sum(totals, totals.length);
        }

        /** Returns for each of several points, row-major, what the sum of all distances would be with it. */
        double[] leftBy(double[] points) {
            Parallel.checkStopped();
            int d = rows.columns();
            double[] distances = new double[FeatureBlocks.SIZE];
            double[][] sums = new double[points.length / d][FeatureBlocks.SIZE];
            for (int block = 0; block < nearest.length; block++) {
                for (int point = 0; point < sums.length; point++) {
                    rows.squaredDistances(firstBlock + block, points, point * d, distances);
                    Vectors.addLesser(sums[point], nearest[block], distances, nearest[block].length);
                }
            }
            return Arrays.stream(sums)
                    .mapToDouble(sum -> Vectors.sum(sum, sum.length))
                    .toArray();
        }

        /** Returns the row at which the distances, summed up row by row, exceed a sum; of rows at distance 0, none. */
        int rowAt(double sum) {
            double left = sum;
            int block = 0;
            while (block < nearest.length - 1 && left >= totals[block]) {
                left -= totals[block++];
            }
            double[] distances = nearest[block];
            int last = 0;
            for (int i = 0; i < distances.length; i++) {
                if (left < distances[i]) {
                    return (firstBlock + block) * FeatureBlocks.SIZE + i;
                }
                left -= distances[i];
                last = distances[i] > 0 ? i : last;
            }
            return (firstBlock + block) * FeatureBlocks.SIZE + last;
        }
    }
}
