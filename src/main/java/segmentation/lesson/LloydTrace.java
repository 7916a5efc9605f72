package segmentation.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.Lloyd;
import segmentation.model.StartMethod;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * A run of Lloyd's algorithm from one start, every iteration kept: what {@link KMeans} does many times, to be looked at.
 *
 * <p>It is plain Lloyd: no restarts, no refill of empty clusters, no exchange of single customers. It works in the units
 * of the matrix, so that each figure can be checked by hand. A customer who is equally near to its own centroid and
 * another stays; before it has one, the centroid given first wins. The last iteration is the one in which no customer
 * changes. The WCSS never rises, up to rounding.
 *
 * <p>Segments are numbered as in {@link KMeansModel}, by where their centroids end, and keep that number from the first
 * iteration on; so the numbers need not follow the order of the starting centroids.
 *
 * <p>Source: Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28, 1982.
 */
public final class LloydTrace implements Tabular {
    private static final int MOST_ITERATIONS = 300;

    private final FeatureMatrix matrix;
    private final List<Step> steps;

    private LloydTrace(FeatureMatrix matrix, List<Step> steps) {
        this.matrix = matrix;
        this.steps = steps;
    }

    /**
     * Runs until no customer changes, or 300 iterations are done.
     *
     * @param start k × d starting centroids in the units of the matrix; any places, not only those of customers
     * @throws IllegalArgumentException where there is no centroid, or one has not d finite coordinates
     */
    public static LloydTrace of(FeatureMatrix matrix, double[][] start) {
        return of(matrix, start, MOST_ITERATIONS);
    }

    /**
     * Runs until no customer changes, or so many iterations are done.
     *
     * @throws IllegalArgumentException where there is no centroid, one has not d finite coordinates, or maxIterations is
     *     below 1
     */
    public static LloydTrace of(FeatureMatrix matrix, double[][] start, int maxIterations) {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be positive, was " + maxIterations);
        }
        Lloyd lloyd = Lloyd.from(matrix.blocks(), start);
        List<Step> steps = new ArrayList<>();
        int[] last = lloyd.partition();
        boolean changing = true;
        while (changing && steps.size() < maxIterations) {
            double[][] before = lloyd.centroids();
            changing = lloyd.assign();
            double assigned = lloyd.wcss();
            lloyd.moveCentroids();
            int[] now = lloyd.partition();
            steps.add(new Step(
                    steps.size() + 1, changes(last, now), now, before, lloyd.centroids(), assigned, lloyd.wcss()));
            last = now;
        }
        int[] order = lloyd.order();
        return new LloydTrace(
                matrix, steps.stream().map(step -> step.numbered(order)).toList());
    }

    /** Runs from starting centroids that a method draws; as {@code of(matrix, method.centroids(matrix, k, seed))}. */
    public static LloydTrace of(FeatureMatrix matrix, int k, StartMethod method, long seed) {
        return of(matrix, method.centroids(matrix, k, seed));
    }

    private static int changes(int[] before, int[] after) {
        return (int) IntStream.range(0, after.length)
                .filter(i -> before[i] != after[i])
                .count();
    }

    /** Returns the customers that were traced, in the units of the centroids. */
    public FeatureMatrix matrix() {
        return matrix;
    }

    /** Returns the number of centroids. */
    public int k() {
        return last().after().length;
    }

    /** Returns the iterations, at least one. */
    public List<Step> steps() {
        return steps;
    }

    /** Returns the last iteration. */
    public Step last() {
        return steps.get(steps.size() - 1);
    }

    /** Tells whether the run ended because no customer changed, and not because iterations ran out. */
    public boolean converged() {
        return steps.size() > 1 && last().changed() == 0;
    }

    /** Returns the WCSS after the last iteration. */
    public double wcss() {
        return last().wcssMoved();
    }

    /** Returns the WCSS after each half of each iteration: assigned, moved, assigned, moved, … */
    public double[] wcssPath() {
        return steps.stream()
                .flatMapToDouble(step -> DoubleStream.of(step.wcssAssigned(), step.wcssMoved()))
                .toArray();
    }

    /**
     * Returns the segmentation of the last iteration.
     *
     * @throws IllegalArgumentException where a segment has no customer
     */
    public KMeansModel toModel() {
        int[] sizes = new int[k()];
        Arrays.stream(last().labels()).forEach(label -> sizes[label - 1]++);
        if (IntStream.of(sizes).anyMatch(size -> size == 0)) {
            throw new IllegalArgumentException(
                    "A segment without customers is no segment, the sizes are %s; start from other centroids"
                            .formatted(Arrays.toString(sizes)));
        }
        return KMeansModel.of(matrix, last().labels());
    }

    /** Returns a row for each iteration: how many customers changed, and the WCSS after either half. */
    @Override
    public ResultTable toTable() {
        double first = steps.get(0).wcssAssigned();
        ResultTable.Builder table = ResultTable.titled("Lloyd's algorithm, iteration by iteration")
                .figures("iteration", "customers who changed", "WCSS after assigning", "WCSS after moving");
        steps.forEach(step -> table.row(
                NumberText.count(step.number()),
                NumberText.count(step.changed()),
                NumberText.within(first, step.wcssAssigned()),
                NumberText.within(first, step.wcssMoved())));
        return table.build();
    }

    /**
     * One iteration of Lloyd's algorithm: each customer goes to the nearest centroid, then each centroid moves to the mean of
     * its customers. Immutable.
     */
    public static final class Step {
        private final int number;
        private final int changed;
        private final int[] labels;
        private final double[][] before;
        private final double[][] after;
        private final double assigned;
        private final double moved;

        /** Takes arrays that nobody else holds. */
        Step(
                int number,
                int changed,
                int[] labels,
                double[][] before,
                double[][] after,
                double assigned,
                double moved) {
            this.number = number;
            this.changed = changed;
            this.labels = labels;
            this.before = before;
            this.after = after;
            this.assigned = assigned;
            this.moved = moved;
        }

        /** Returns this step with its clusters, counted from 0, as segments, counted from 1 in this order. */
        Step numbered(int[] order) {
            int[] label = new int[order.length];
            IntStream.range(0, order.length).forEach(place -> label[order[place]] = place + 1);
            return new Step(
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
}
