package segmentation.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.FeatureMatrix;
import segmentation.model.Parallel;
import segmentation.stats.AscendingRows;
import segmentation.text.NumberText;

/**
 * A shallow classification tree: at most four splits deep, each one lowering Gini's impurity most, pruned to 8 leaves.
 *
 * <p>Of splits as good the first feature's and there the lowest is taken. The order of the rows does not matter. Source: Breiman, Friedman, Olshen and
 * Stone, Classification and Regression Trees, 1984.
 *
 * <p>Our own, since the tree of Smile 2.6.0 depends on the order of rows with equal values (22 trees from 200 orders of
 * 60 rows), does not give its split points, and takes no single segment.
 */
final class DecisionTree {
    private static final int MOST_SPLITS = 4;
    private static final int MOST_LEAVES = 8;
    private static final double LEAST_SHARE = 0.01;

    /** So many can be told apart by the number that a customer's segment is kept in. */
    private static final int MOST_SEGMENTS = Character.MAX_VALUE + 1;

    private final int k;

    /** By feature, from the least value up; rows of a node stand together, at the same places for every feature. */
    private final List<Ordered> ordered;

    private final BitSet low;

    private DecisionTree(FeatureMatrix matrix, int[] labels, int k) {
        this.k = k;
        this.ordered =
                Parallel.map(matrix.columns(), feature -> Ordered.of(AscendingRows.of(matrix.column(feature)), labels));
        this.low = new BitSet(labels.length);
    }

    /**
     * Customers by ascending value of a feature.
     *
     * @param rows counted from 0
     * @param values by place
     * @param segments by place, counted from 0: read where the walk goes, not all over memory
     */
    record Ordered(int[] rows, double[] values, char[] segments) {
        /** Puts the segment of each row beside it; labels are counted from 1, by row. */
        static Ordered of(AscendingRows ascending, int[] labels) {
            char[] segments = new char[labels.length];
            for (int at = 0; at < segments.length; at++) {
                segments[at] = (char) (labels[ascending.rows()[at]] - 1);
            }
            return new Ordered(ascending.rows(), ascending.values(), segments);
        }
    }

    /**
     * One side of a split.
     *
     * @param feature counted from 0
     * @param atMost whether values up to the point, itself included, are on this side; else those above it
     * @param point in the feature's unit
     */
    record Side(int feature, boolean atMost, double point) {}

    /**
     * Customers that the tree does not part.
     *
     * @param path the sides that lead to them, from the root; empty for all customers
     * @param segment the one that most of them are in, the lowest of several; 1..k
     * @param size number of customers, at least 1
     * @param right how many of them are in that segment
     */
    record Leaf(List<Side> path, int segment, int size, int right) {}

    /**
     * Returns the leaves of a tree for labels that are 1..k, those at most a point before those above it; 1 to 8, see
     * {@link Node#pruned}.
     *
     * @throws IllegalArgumentException where k is above 65,536
     */
    static List<Leaf> leaves(FeatureMatrix matrix, int[] labels, int k) {
        if (k > MOST_SEGMENTS) {
            throw new IllegalArgumentException("Rules tell up to 65,536 segments apart, got " + NumberText.count(k));
        }
        DecisionTree tree = new DecisionTree(matrix, labels, k);
        return tree.grow(List.of(), 0, labels.length, tree.counts(0, 0, labels.length))
                .pruned()
                .leaves();
    }

    /** Grows the node of the rows at these places, of which so many are in each segment. */
    private Node grow(List<Side> path, int from, int to, int[] counts) {
        Leaf leaf = leaf(path, counts, to - from);
        Optional<SplitSearch.Split> best =
                path.size() == MOST_SPLITS || leaf.right() == leaf.size() ? Optional.empty() : best(from, to, counts);
        if (best.isEmpty()) {
            return new Node(leaf, List.of());
        }
        int feature = best.get().feature();
        double point = SplitPoint.between(best.get().below(), best.get().above());
        int middle = firstAbove(point, ordered.get(feature).values(), from, to);
        int[] below = counts(feature, from, middle);
        int[] above = IntStream.range(0, k).map(i -> counts[i] - below[i]).toArray();
        // Leaves are told by their counts alone.
        if (path.size() + 1 < MOST_SPLITS) {
            part(feature, from, middle, to);
        }
        return new Node(
                leaf,
                List.of(
                        grow(with(path, new Side(feature, true, point)), from, middle, below),
                        grow(with(path, new Side(feature, false, point)), middle, to, above)));
    }

    /** Returns the place of the first of ascending values that lies above a point. */
    private static int firstAbove(double point, double[] values, int from, int to) {
        int place = from;
        while (place < to && values[place] <= point) {
            place++;
        }
        return place;
    }

    private static List<Side> with(List<Side> path, Side side) {
        return Stream.concat(path.stream(), Stream.of(side)).toList();
    }

    /** Puts the rows that a feature has below a place first for every other feature too, each side in its order. */
    private void part(int feature, int from, int middle, int to) {
        low.clear();
        for (int at = from; at < middle; at++) {
            low.set(ordered.get(feature).rows()[at]);
        }
        Parallel.map(ordered.size(), other -> other == feature ? other : part(ordered.get(other), from, middle, to));
    }

    private int part(Ordered other, int from, int middle, int to) {
        int[] aboveRows = new int[to - middle];
        double[] aboveValues = new double[to - middle];
        char[] aboveSegments = new char[to - middle];
        int below = from;
        int above = 0;
        for (int at = from; at < to; at++) {
            int row = other.rows()[at];
            double value = other.values()[at];
            char segment = other.segments()[at];
            if (low.get(row)) {
                other.rows()[below] = row;
                other.segments()[below] = segment;
                other.values()[below++] = value;
            } else {
                aboveRows[above] = row;
                aboveSegments[above] = segment;
                aboveValues[above++] = value;
            }
        }
        System.arraycopy(aboveRows, 0, other.rows(), middle, above);
        System.arraycopy(aboveValues, 0, other.values(), middle, above);
        System.arraycopy(aboveSegments, 0, other.segments(), middle, above);
        return above;
    }

    private Leaf leaf(List<Side> path, int[] counts, int size) {
        int segment = IntStream.rangeClosed(1, k)
                .boxed()
                .max(Comparator.<Integer>comparingInt(label -> counts[label - 1])
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return new Leaf(path, segment, size, counts[segment - 1]);
    }

    private Optional<SplitSearch.Split> best(int from, int to, int[] counts) {
        return Parallel.map(ordered.size(), feature -> SplitSearch.of(feature, ordered.get(feature), from, to, counts))
                .stream()
                .flatMap(Optional::stream)
                // The first of the purest: reduce keeps it, where max is free to choose.
                .reduce((best, next) -> next.purity() > best.purity() ? next : best);
    }

    /** Counts the customers of each segment among those that a feature has at these places. */
    private int[] counts(int feature, int from, int to) {
        char[] segments = ordered.get(feature).segments();
        int[] counts = new int[k];
        for (int at = from; at < to; at++) {
            counts[segments[at]]++;
        }
        return counts;
    }

    /**
     * A node of the tree.
     *
     * @param leaf what the node would say without its sides
     * @param sides the two sides of its split; none for a leaf
     */
    private record Node(Leaf leaf, List<Node> sides) {
        /**
         * Returns the tree without what does not pay: as long as it has more than 8 leaves, or a branch wins less than one
         * customer in a hundred for each leaf that it adds, or none at all, the branch that wins least is taken back, of
         * several the first. Source: weakest-link pruning of Breiman, Friedman, Olshen and Stone, 1984.
         */
        private Node pruned() {
            if (sides.isEmpty()) {
                return this;
            }
            Node weakest =
                    branches().min(Comparator.comparingDouble(Node::gain)).orElseThrow();
            boolean pays = weakest.gain() > 0 && weakest.gain() >= LEAST_SHARE * leaf.size();
            return pays && leaves().size() <= MOST_LEAVES
                    ? this
                    : without(weakest).pruned();
        }

        /** Returns the leaves, those at most a split's point first. */
        private List<Leaf> leaves() {
            return sides.isEmpty()
                    ? List.of(leaf)
                    : sides.stream().flatMap(side -> side.leaves().stream()).toList();
        }

        private Stream<Node> branches() {
            return sides.isEmpty()
                    ? Stream.empty()
                    : Stream.concat(Stream.of(this), sides.stream().flatMap(Node::branches));
        }

        /** Returns how many more customers the branch gets right than the node alone, for each leaf that it adds. */
        private double gain() {
            List<Leaf> leaves = leaves();
            return (double) (leaves.stream().mapToInt(Leaf::right).sum() - leaf.right()) / (leaves.size() - 1);
        }

        private Node without(Node branch) {
            return new Node(
                    leaf,
                    this == branch
                            ? List.of()
                            : sides.stream().map(side -> side.without(branch)).toList());
        }
    }

    /** The roundest figure that parts two values: readable, and no customer changes sides. */
    static final class SplitPoint {
        /** More digits than a double tells apart. */
        private static final int MOST_DIGITS = 18;

        private SplitPoint() {}

        /**
         * Returns the point from {@code below}, included, to {@code above}, excluded, that is a multiple of the largest power
         * of ten; of several the one nearest to the middle, the lower of two as near.
         */
        static double between(double below, double above) {
            BigDecimal middle = new BigDecimal(below).add(new BigDecimal(above)).divide(BigDecimal.valueOf(2));
            int first = Math.max(leading(below), leading(above)) + 1;
            for (int digit = first; digit > first - MOST_DIGITS; digit--) {
                for (RoundingMode rounding :
                        List.of(RoundingMode.HALF_DOWN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
                    double point = middle.setScale(-digit, rounding).doubleValue();
                    if (point >= below && point < above) {
                        return point;
                    }
                }
            }
            return below;
        }

        /** Writes a point with the decimals that it has, and no more. */
        static String text(double point) {
            BigDecimal shortest = new BigDecimal(point)
                    .round(new MathContext(MOST_DIGITS - 3))
                    .stripTrailingZeros();
            return NumberText.signed(NumberText.fixed(point, Math.max(0, shortest.scale())));
        }

        /** Returns the power of ten of the first digit. */
        private static int leading(double value) {
            BigDecimal exact = new BigDecimal(value);
            return exact.precision() - exact.scale() - 1;
        }
    }

    /**
     * The search for the split of one feature that leaves the purest sides: a walk up the values, with a count of each segment's
     * customers below. The values are in order already, so that it costs no more than the walk.
     */
    static final class SplitSearch {
        private final int[] counts;
        private final int[] low;
        private final long all;
        private long lowSum;
        private long lowSquares;
        private long highSquares;

        private SplitSearch(int[] counts, int all) {
            this.counts = counts;
            this.low = new int[counts.length];
            this.all = all;
            for (int count : counts) {
                this.highSquares += (long) count * count;
            }
        }

        /**
         * A split between two values that are next to each other.
         *
         * @param feature counted from 0
         * @param below the largest value of the lower side
         * @param above the least value of the upper side
         * @param purity the customers less Gini's impurity times the customers, both sides together: the higher, the purer
         */
        record Split(int feature, double below, double above, double purity) {}

        /**
         * Returns the purest split of some customers, of several the lowest; empty where all their values are equal.
         *
         * @param ordered customers by ascending value; those at the places {@code from} to {@code to - 1} are split
         * @param counts how many of those that are split are in each segment, 1 first
         */
        static Optional<Split> of(int feature, Ordered ordered, int from, int to, int[] counts) {
            return new SplitSearch(counts, to - from).best(feature, ordered, from, to);
        }

        private Optional<Split> best(int feature, Ordered ordered, int from, int to) {
            char[] segments = ordered.segments();
            double[] values = ordered.values();
            int purest = -1;
            double purestSoFar = Double.NEGATIVE_INFINITY;
            double below = from < to ? values[from] : Double.NaN;
            for (int at = from; at < to; at++) {
                double value = values[at];
                if (value > below) {
                    double purity = (double) lowSquares / lowSum + (double) highSquares / (all - lowSum);
                    if (purity > purestSoFar) {
                        purestSoFar = purity;
                        purest = at;
                    }
                    below = value;
                }
                pass(segments[at]);
            }
            return purest < 0
                    ? Optional.empty()
                    : Optional.of(new Split(feature, values[purest - 1], values[purest], purestSoFar));
        }

        /** Counts a customer as below. */
        private void pass(int segment) {
            // (n + 1)² is n² + 2n + 1, and (n − 1)² is n² − (2n − 1).
            lowSquares += 2L * low[segment] + 1;
            highSquares -= 2L * (counts[segment] - low[segment]) - 1;
            low[segment]++;
            lowSum++;
        }
    }
}
