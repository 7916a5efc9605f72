package segmentation.model;

import segmentation.features.FeatureBlocks;
import segmentation.features.NarrowBlock;

/**
 * Centroids in {@code float}, about their middle, where rounding is least, and how far scores by them can be off.
 *
 * <p>The score of a row y by a centroid z is |z|² / 2 - y · z: half of what its squared distance is above |y|², so the least score
 * is that of the nearest. Each value of y and z is off by at most 2⁻²⁴ of itself, |z|² / 2 as well, and each of the d + 1 sums
 * rounds by as much of at most |y| |z| + |z|² / 2. As |y| |z| ≤ (|y|² + |z|²) / 2, a score is off by less than
 * (d + 4) 2⁻²⁴ (|y|² + 2 |z|²) / 2. Allowed for is more than twice that, for |y|² and the longest |z|² are rounded, too, and
 * distances in {@code double} are off by some 2⁻⁵² of (|y| + |z|)².
 */
final class NarrowCentroids {
    private static final float ROUNDING = 0x1.2p-24f;

    private final int d;
    private final double[] origin;
    private final float[] opposites;
    private final float[] halves;
    private final float longest;

    NarrowCentroids(double[] centroids, int d) {
        this.d = d;
        int k = centroids.length / d;
        this.origin = new double[d];
        for (int at = 0; at < centroids.length; at++) {
            origin[at % d] += centroids[at] / k;
        }
        int padded = NarrowBlock.padded(d);
        this.opposites = new float[k * padded];
        this.halves = new float[k];
        double most = 0;
        for (int cluster = 0; cluster < k; cluster++) {
            double square = 0;
            for (int j = 0; j < d; j++) {
                double value = centroids[cluster * d + j] - origin[j];
                opposites[cluster * padded + j] = (float) -value;
                square += value * value;
            }
            halves[cluster] = (float) (square / 2);
            most = Math.max(most, square);
        }
        this.longest = (float) most;
    }

    /** Adds rows of a block, as {@link NarrowBlock#add} does, about the same middle. */
    void gather(FeatureBlocks rows, int block, int[] chosen, int from, int to, NarrowBlock out) {
        out.add(rows, block, chosen, from, to, origin);
    }

    /** Puts the scores of rows by a cluster's centroid into {@code out}. */
    void score(NarrowBlock rows, int cluster, float[] out) {
        rows.subtractDots(halves[cluster], opposites, cluster * NarrowBlock.padded(d), out);
    }

    /**
     * Puts by how much a score can be off at most; infinite or NaN where {@code float} is too small for the numbers.
     *
     * @param lengths |y|² of each row
     */
    void errors(float[] lengths, float[] out, int size) {
        float factor = (d + 8) * ROUNDING;
        float more = 2 * longest;
        for (int i = 0; i < size; i++) {
            out[i] = factor * (lengths[i] + more) + Float.MIN_NORMAL;
        }
    }
}
