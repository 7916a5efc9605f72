package segmentation.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which customers belong to which segment: their places, counted from 0, in ascending order. */
final class SegmentMembers {
    private final List<int[]> segments;
    private final int[] all;

    private SegmentMembers(List<int[]> segments, int[] all) {
        this.segments = segments;
        this.all = all;
    }

    /**
     * Sorts customers by segment.
     *
     * @param labels a segment from 1 to k for each customer
     * @throws IllegalArgumentException where the labels are not as many as the customers, or not 1..k with no segment
     *     empty
     */
    static SegmentMembers of(int[] labels, int customers) {
        int[] sizes = sizes(labels, customers);
        List<int[]> segments = Arrays.stream(sizes).mapToObj(int[]::new).toList();
        int[] filled = new int[sizes.length];
        for (int i = 0; i < labels.length; i++) {
            int segment = labels[i] - 1;
            segments.get(segment)[filled[segment]++] = i;
        }
        return new SegmentMembers(segments, IntStream.range(0, customers).toArray());
    }

    /** Returns the number of segments; {@link IllegalArgumentException} as {@link #of}. */
    static int checkedK(int[] labels, int customers) {
        return sizes(labels, customers).length;
    }

    private static int[] sizes(int[] labels, int customers) {
        if (labels.length != customers) {
            throw new IllegalArgumentException(
                    "%d customers need as many labels, got %d".formatted(customers, labels.length));
        }
        int k = Arrays.stream(labels).max().orElse(0);
        if (k <= labels.length && Arrays.stream(labels).noneMatch(label -> label < 1)) {
            int[] sizes = new int[k];
            for (int label : labels) {
                sizes[label - 1]++;
            }
            if (k > 0 && Arrays.stream(sizes).noneMatch(size -> size == 0)) {
                return sizes;
            }
        }
        throw new IllegalArgumentException("The labels must be 1..k with no segment empty, got "
                + Arrays.toString(Arrays.stream(labels).distinct().sorted().toArray()));
    }

    /** Returns the values of some customers, those that are missing, NaN, left out. */
    static double[] known(double[] values, int[] customers) {
        double[] known = new double[customers.length];
        int count = 0;
        for (int i : customers) {
            if (!Double.isNaN(values[i])) {
                known[count++] = values[i];
            }
        }
        return Arrays.copyOf(known, count);
    }

    int k() {
        return segments.size();
    }

    int[] of(int segment) {
        return segments.get(segment - 1);
    }

    int[] all() {
        return all;
    }
}
