package segmentation.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import segmentation.features.FeatureBlocks;

/**
 * Numbers by their rank among all of a feature, exactly, without sorting: eleven bits of each are found in one pass over
 * the rows, as of a number in a drawer of drawers, so six passes find them whole. Parts of the rows only count.
 */
final class OrderStatistics {
    private static final int BITS = 11;

    private OrderStatistics() {}

    /** Says to which group each row belongs. */
    @FunctionalInterface
    interface Grouping extends Serializable {
        /** Returns a group, from 0, for each row. */
        int[] of(FeatureBlocks rows);
    }

    /** Returns the ranks around a quantile of so many numbers, counted from 0, as {@link segmentation.stats.Quantiles} interpolates. */
    static long[] around(double share, long count) {
        long below = (long) Math.floor(share * (count - 1));
        return new long[] {below, Math.min(below + 1, count - 1)};
    }

    /** Returns the quantile between the numbers of the ranks {@link #around} it. */
    static double between(double share, long count, double below, double above) {
        double place = share * (count - 1);
        return below + (place - Math.floor(place)) * (above - below);
    }

    /**
     * Finds numbers.
     *
     * @param ranks for each group, ranks from 0 up to its size, as many for each
     * @return for each group and feature, group by group, the numbers of these ranks
     */
    static double[][] of(JavaRDD<FeatureBlocks> rows, Grouping grouping, int columns, long[][] ranks) {
        int wanted = ranks[0].length;
        long[] rest = IntStream.range(0, ranks.length * columns * wanted)
                .mapToLong(at -> ranks[at / wanted / columns][at % wanted])
                .toArray();
        return of(rows, grouping, columns, wanted, rest);
    }

    /**
     * Finds numbers of which some may be missing.
     *
     * @param rows with {@link FeatureReader#MISSING}, which is above every number, where there is none
     * @param ranks for each feature, as many for each
     * @return for each feature the numbers of these ranks
     */
    private static double[][] ofEach(JavaRDD<FeatureBlocks> rows, long[][] ranks) {
        long[] rest = Arrays.stream(ranks).flatMapToLong(Arrays::stream).toArray();
        return of(rows, block -> new int[block.rows()], ranks.length, ranks[0].length, rest);
    }

    /** Returns the medians of numbers of which some may be missing; NaN for a feature without one. */
    static double[] medians(JavaRDD<FeatureBlocks> rows, int columns) {
        long[] counts = rows.mapPartitions(
                        chunks -> List.of(known(chunks, columns)).iterator())
                .treeReduce(OrderStatistics::sum);
        long[][] ranks = Arrays.stream(counts)
                .mapToObj(count -> around(.5, Math.max(1, count)))
                .toArray(long[][]::new);
        double[][] numbers = ofEach(rows, ranks);
        return IntStream.range(0, columns)
                .mapToDouble(j -> counts[j] == 0 ? Double.NaN : between(.5, counts[j], numbers[j][0], numbers[j][1]))
                .toArray();
    }

    private static long[] known(Iterator<FeatureBlocks> chunks, int columns) {
        long[] counts = new long[columns];
        while (chunks.hasNext()) {
            FeatureBlocks rows = chunks.next();
            for (int row = 0; row < rows.rows(); row++) {
                for (int j = 0; j < columns; j++) {
                    counts[j] += rows.at(row, j) == FeatureReader.MISSING ? 0 : 1;
                }
            }
        }
        return counts;
    }

    private static double[][] of(JavaRDD<FeatureBlocks> rows, Grouping grouping, int columns, int wanted, long[] rest) {
        Search search = new Search(new long[rest.length], columns, wanted);
        for (int shift = Long.SIZE; shift > 0; shift -= BITS) {
            int from = shift;
            long[] counts = rows.mapPartitions(chunks ->
                            List.of(search.counts(chunks, grouping, from)).iterator())
                    .treeReduce(OrderStatistics::sum);
            search.narrow(counts, rest, shift);
        }
        double[][] numbers = new double[rest.length / wanted][wanted];
        for (int at = 0; at < search.found.length; at++) {
            numbers[at / wanted][at % wanted] = number(search.found[at]);
        }
        return numbers;
    }

    private static long[] sum(long[] counts, long[] others) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += others[i];
        }
        return counts;
    }

    /** Returns bits that are ordered as unsigned numbers as the doubles are. */
    private static long ordered(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered < 0 ? ordered ^ Long.MIN_VALUE : ~ordered);
    }

    /**
     * What is known of the numbers that are searched.
     *
     * @param found their upper bits, by group, feature and rank; changed by {@link #narrow}
     * @param columns number of features
     * @param wanted number of ranks
     */
    private record Search(long[] found, int columns, int wanted) implements Serializable {

        /** Counts, for each number that is searched, those that agree in what is known by their next bits. */
        long[] counts(Iterator<FeatureBlocks> chunks, Grouping grouping, int shift) {
            int low = Math.max(0, shift - BITS);
            long[] counts = new long[found.length << BITS];
            while (chunks.hasNext()) {
                FeatureBlocks rows = chunks.next();
                int[] groups = grouping.of(rows);
                for (int row = 0; row < groups.length; row++) {
                    for (int j = 0; j < columns; j++) {
                        count(ordered(rows.at(row, j)), (groups[row] * columns + j) * wanted, shift, low, counts);
                    }
                }
            }
            return counts;
        }

        private void count(long ordered, int first, int shift, int low, long[] counts) {
            int bucket = (int) (ordered >>> low & (1L << shift - low) - 1);
            for (int at = first; at < first + wanted; at++) {
                if (shift == Long.SIZE || (ordered ^ found[at]) >>> shift == 0) {
                    counts[(at << BITS) + bucket]++;
                }
            }
        }

        /** Takes the next bits of each number from the counts, and what is left of its rank within them. */
        void narrow(long[] counts, long[] rest, int shift) {
            int low = Math.max(0, shift - BITS);
            for (int at = 0; at < found.length; at++) {
                int bucket = 0;
                // The last bucket has whoever is in none before it; of a group without rows it says nothing.
                while (bucket < (1 << BITS) - 1 && rest[at] >= counts[(at << BITS) + bucket]) {
                    rest[at] -= counts[(at << BITS) + bucket];
                    bucket++;
                }
                found[at] |= (long) bucket << low;
            }
        }
    }
}
