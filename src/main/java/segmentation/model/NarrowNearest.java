package segmentation.model;

import java.util.Arrays;
import segmentation.features.FeatureBlocks;
import segmentation.features.NarrowBlock;
import segmentation.features.Vectors;

/** Scores of some rows by all centroids in {@code float}, and the least two of each row: room that is used again and again. */
final class NarrowNearest {
    private final float[][] scores;
    private final float[] least = new float[FeatureBlocks.SIZE];
    private final float[] second = new float[FeatureBlocks.SIZE];
    private final float[] lengths = new float[FeatureBlocks.SIZE];
    private final float[] errors = new float[FeatureBlocks.SIZE];
    private final float[] limits = new float[FeatureBlocks.SIZE];

    NarrowNearest(int k) {
        this.scores = new float[k][FeatureBlocks.SIZE];
    }

    /** Compares rows with at least two centroids. */
    void look(NarrowBlock rows, NarrowCentroids centroids) {
        int size = rows.size();
        for (int cluster = 0; cluster < scores.length; cluster++) {
            centroids.score(rows, cluster, scores[cluster]);
        }
        rows.squaredLengths(lengths);
        centroids.errors(lengths, errors, size);
        keepTwoLeast(size);
        limit(second, errors, limits, size);
    }

    private void keepTwoLeast(int size) {
        System.arraycopy(scores[0], 0, least, 0, size);
        Arrays.fill(second, 0, size, Float.POSITIVE_INFINITY);
        int cluster = 1;
        for (; cluster + 1 < scores.length; cluster += 2) {
            Vectors.keepTwoLeast(least, second, scores[cluster], scores[cluster + 1], size);
        }
        if (cluster < scores.length) {
            Vectors.keepTwoLeast(least, second, scores[cluster], size);
        }
    }

    private static void limit(float[] second, float[] errors, float[] limits, int size) {
        for (int i = 0; i < size; i++) {
            limits[i] = second[i] - 2 * errors[i];
        }
    }

    /**
     * Finds the rows of which it is not sure that their own centroid is the nearest, and returns how many there are.
     *
     * @param clusters that of each row
     * @param out their places
     */
    int findUnsure(int[] clusters, int size, int[] out) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            out[count] = i;
            count += scores[clusters[i]][i] < limits[i] ? 0 : 1;
        }
        return count;
    }

    /** Puts by how much at least the nearest centroid is nearer than the next, in units of the rows, into {@code out}. */
    void margins(float[] out, int size) {
        for (int i = 0; i < size; i++) {
            float error = 4 * errors[i];
            float near = Math.max(0, lengths[i] + 2 * least[i]) + error;
            float far = Math.max(0, lengths[i] + 2 * second[i] - error);
            float root = (float) Math.sqrt(far);
            out[i] = root - (float) Math.sqrt(near) - 0x1p-20f * root;
        }
    }
}
