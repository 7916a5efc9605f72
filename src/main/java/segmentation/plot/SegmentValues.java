package segmentation.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The values of one column, apart by segment. Immutable. */
final class SegmentValues {
    private final List<double[]> byLabel;

    private SegmentValues(List<double[]> byLabel) {
        this.byLabel = byLabel;
    }

    /**
     * Parts a column.
     *
     * @param labels 1 and up, one a value; 0 belongs to no segment
     */
    static SegmentValues of(double[] values, int[] labels) {
        int[] sizes = new int[Arrays.stream(labels).max().orElse(0) + 1];
        for (int label : labels) {
            sizes[label]++;
        }
        List<double[]> byLabel = Arrays.stream(sizes).mapToObj(double[]::new).toList();
        int[] filled = new int[sizes.length];
        for (int i = 0; i < values.length; i++) {
            byLabel.get(labels[i])[filled[labels[i]]++] = values[i];
        }
        return new SegmentValues(byLabel);
    }

    /** Returns the largest label. */
    int k() {
        return byLabel.size() - 1;
    }

    /** Returns the values with a label, in the order of the rows. */
    double[] of(int label) {
        return byLabel.get(label).clone();
    }

    /** Returns how many values have a label. */
    int size(int label) {
        return byLabel.get(label).length;
    }

    /** Returns the values of each segment, 1 first. */
    List<double[]> segments() {
        return IntStream.rangeClosed(1, k()).mapToObj(this::of).toList();
    }
}
