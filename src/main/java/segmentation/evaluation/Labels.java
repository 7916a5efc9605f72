package segmentation.evaluation;

import segmentation.features.FeatureMatrix;

/** The check of labels that all criteria share: one for each row, from 1 to k, no segment empty. */
final class Labels {
    private Labels() {}

    /**
     * Returns the number of segments, k.
     *
     * @param leastK the fewest segments that the caller can work with
     * @throws IllegalArgumentException where the labels are not as many as the rows, or not such
     */
    static int checkedK(FeatureMatrix matrix, int[] labels, int leastK) {
        if (labels.length != matrix.rows()) {
            throw new IllegalArgumentException(
                    "%d rows need as many labels, got %d".formatted(matrix.rows(), labels.length));
        }
        int k = 0;
        int least = Integer.MAX_VALUE;
        for (int label : labels) {
            k = Math.max(k, label);
            least = Math.min(least, label);
        }
        if (least < 1) {
            throw new IllegalArgumentException("Labels are counted from 1, got a label " + least);
        }
        int different = different(labels);
        if (different != k || k < leastK) {
            throw new IllegalArgumentException(
                    "The labels must be 1..k with k at least %d and no segment empty, got %d different up to %d"
                            .formatted(leastK, different, k));
        }
        return k;
    }

    /** Counts without boxing: a sweep checks labels for every criterion at every k. Labels above n stay uncounted. */
    private static int different(int[] labels) {
        boolean[] used = new boolean[labels.length + 1];
        int different = 0;
        for (int label : labels) {
            if (label <= labels.length && !used[label]) {
                used[label] = true;
                different++;
            }
        }
        return different;
    }
}
