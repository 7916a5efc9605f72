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
        if (labels.length != customers) {
            throw new IllegalArgumentException(
                    "%d customers need as many labels, got %d".formatted(customers, labels.length));
        }
        int[] different = Arrays.stream(labels).distinct().sorted().toArray();
        int k = different.length;
        if (k == 0 || different[0] != 1 || different[k - 1] != k) {
            throw new IllegalArgumentException(
                    "The labels must be 1..k with no segment empty, got " + Arrays.toString(different));
        }
        return new SegmentMembers(
                IntStream.rangeClosed(1, k)
                        .mapToObj(segment -> IntStream.range(0, customers)
                                .filter(i -> labels[i] == segment)
                                .toArray())
                        .toList(),
                IntStream.range(0, customers).toArray());
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
