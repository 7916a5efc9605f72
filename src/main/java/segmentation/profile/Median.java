package segmentation.profile;

/** The middle value; the mean of the two middle ones where the count is even. */
final class Median {
    private Median() {}

    /** Returns the median of ascending values; at least one. */
    static double ofSorted(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
