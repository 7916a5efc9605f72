package segmentation.explore;

import java.util.Arrays;

/** The segment of every customer, by the line of its file, in little memory. Immutable. */
final class CustomerLabels {
    private final int[] lines;
    private final byte[] labels;

    private CustomerLabels(int[] lines, byte[] labels) {
        this.lines = lines;
        this.labels = labels;
    }

    /**
     * Keeps labels from 1 to {@value Choice#MOST_K}.
     *
     * @param lines ascending, one a customer
     * @param before labels that may be of the same customers, whose lines are then shared
     */
    static CustomerLabels of(int[] lines, int[] labels, CustomerLabels... before) {
        byte[] small = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            small[i] = (byte) labels[i];
        }
        int[] shared = Arrays.stream(before)
                .map(other -> other.lines)
                .filter(other -> Arrays.equals(other, lines))
                .findFirst()
                .orElse(lines);
        return new CustomerLabels(shared, small);
    }

    /** Returns the labels of the customers whom two have in common: those of this, then those of the other. */
    int[][] common(CustomerLabels other) {
        int[] mine = new int[Math.min(labels.length, other.labels.length)];
        int[] theirs = new int[mine.length];
        int count = 0;
        int j = 0;
        for (int i = 0; i < lines.length; i++) {
            while (j < other.lines.length && other.lines[j] < lines[i]) {
                j++;
            }
            if (j < other.lines.length && other.lines[j] == lines[i]) {
                mine[count] = labels[i];
                theirs[count++] = other.labels[j];
            }
        }
        return new int[][] {Arrays.copyOf(mine, count), Arrays.copyOf(theirs, count)};
    }
}
