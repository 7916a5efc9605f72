package segmentation.lesson;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One iteration of Lloyd's algorithm: each customer goes to the nearest centroid, then each centroid moves to the mean of
 * its customers. Immutable.
 */
public final class LloydStep {
    private final int number;
    private final int changed;
    private final int[] labels;
    private final double[][] before;
    private final double[][] after;
    private final double assigned;
    private final double moved;

    /** Takes arrays that nobody else holds. */
    LloydStep(
            int number, int changed, int[] labels, double[][] before, double[][] after, double assigned, double moved) {
        this.number = number;
        this.changed = changed;
        this.labels = labels;
        this.before = before;
        this.after = after;
        this.assigned = assigned;
        this.moved = moved;
    }

    /** Returns this step with its clusters, counted from 0, as segments, counted from 1 in this order. */
    LloydStep numbered(int[] order) {
        int[] label = new int[order.length];
        IntStream.range(0, order.length).forEach(place -> label[order[place]] = place + 1);
        return new LloydStep(
                number,
                changed,
                Arrays.stream(labels).map(cluster -> label[cluster]).toArray(),
                Arrays.stream(order).mapToObj(cluster -> before[cluster]).toArray(double[][]::new),
                Arrays.stream(order).mapToObj(cluster -> after[cluster]).toArray(double[][]::new),
                assigned,
                moved);
    }

    /** Returns the number of the iteration, from 1. */
    public int number() {
        return number;
    }

    /** Returns how many customers have another segment than one iteration ago; in the first, all n. */
    public int changed() {
        return changed;
    }

    /** Returns a copy of the n labels, each 1..k, after the customers were assigned. */
    public int[] labels() {
        return labels.clone();
    }

    /** Returns a copy of the k × d centroids that the customers were assigned to. */
    public double[][] before() {
        return copy(before);
    }

    /** Returns a copy of the k × d centroids after they moved; one without customers stays where it was. */
    public double[][] after() {
        return copy(after);
    }

    /** Returns the WCSS after the customers were assigned: squared distances to the centroids before the move. */
    public double wcssAssigned() {
        return assigned;
    }

    /** Returns the WCSS after the centroids moved: squared distances to the means. */
    public double wcssMoved() {
        return moved;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
