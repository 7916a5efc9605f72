package segmentation.model;

/**
 * By how much at least each row is nearer to its own centroid than to any other, less what moves of the centroids have used up
 * since: a row with margin left stays, whatever it is now.
 *
 * <p>One number a row, which is not touched while it lasts; what is used up is counted by cluster: the moves of its own
 * centroid, and of whichever other moved most. Source: Hamerly, Making k-means even faster, SDM 2010.
 */
final class Margins {
    /** What rounding may add to a sum of distances, as a share, and to spare. */
    private static final double ROUNDING = 0x1p-20;

    /** More than the least {@code float}, and than a distance whose square is lost to underflow. */
    private static final double TINY = 1e-37;

    /** Margins plus what was used up by then, as bits of a {@code float}: those of positive numbers are in order. */
    private final int[] margins;

    private final double[] used;

    /** The same, rounded up; NaN, of numbers that are too large, is above all. */
    private final int[] usedBits;

    /** Begins without a margin for any row. */
    Margins(int rows, int k) {
        this.margins = new int[rows];
        this.used = new double[k];
        this.usedBits = new int[k];
    }

    /**
     * Finds the rows without margin left and returns how many there are.
     *
     * @param partition a cluster for each of all n rows
     * @param out their places, counted from {@code first}
     */
    int findUsedUp(int[] partition, int first, int size, int[] out) {
        int count = 0;
        int i = 0;
        for (; i + 3 < size; i += 4) {
            int at = first + i;
            int one = left(partition, at);
            int two = left(partition, at + 1);
            int three = left(partition, at + 2);
            int four = left(partition, at + 3);
            if ((one & two & three & four) >= 0) {
                out[count] = i;
                count += 1 - (one >>> 31);
                out[count] = i + 1;
                count += 1 - (two >>> 31);
                out[count] = i + 2;
                count += 1 - (three >>> 31);
                out[count] = i + 3;
                count += 1 - (four >>> 31);
            }
        }
        for (; i < size; i++) {
            out[count] = i;
            count += 1 - (left(partition, first + i) >>> 31);
        }
        return count;
    }

    /** Below 0 where a row has margin left. */
    private int left(int[] partition, int row) {
        return usedBits[partition[row]] - margins[row];
    }

    /** Keeps the margin of a row to the next centroid; none where it is not known. */
    void keep(int row, int cluster, double margin) {
        double sum = margin - TINY + used[cluster];
        float rounded = (float) (sum - ROUNDING * sum);
        margins[row] = rounded > 0 ? Float.floatToRawIntBits(rounded) : 0;
    }

    /** Keeps the margin of a row with these squared distances to its own and the next centroid. */
    void keep(int row, int cluster, double least, double second) {
        double far = Math.sqrt(second);
        keep(row, cluster, far - Math.sqrt(least) - ROUNDING * far);
    }

    /** Uses up what moves of the k × d centroids may have changed. */
    void use(double[] before, double[] after) {
        double[] moves = moves(before, after);
        int farthest = 0;
        for (int cluster = 1; cluster < moves.length; cluster++) {
            farthest = moves[cluster] > moves[farthest] ? cluster : farthest;
        }
        double next = 0;
        for (int cluster = 0; cluster < moves.length; cluster++) {
            next = cluster == farthest ? next : Math.max(next, moves[cluster]);
        }
        for (int cluster = 0; cluster < moves.length; cluster++) {
            double others = cluster == farthest ? next : moves[farthest];
            used[cluster] += (moves[cluster] + others) * (1 + ROUNDING) + TINY;
            usedBits[cluster] = Float.floatToIntBits(Math.nextUp((float) used[cluster]));
        }
    }

    private double[] moves(double[] before, double[] after) {
        double[] moves = new double[used.length];
        int d = before.length / moves.length;
        for (int at = 0; at < before.length; at++) {
            double difference = after[at] - before[at];
            moves[at / d] += difference * difference;
        }
        for (int cluster = 0; cluster < moves.length; cluster++) {
            moves[cluster] = Math.sqrt(moves[cluster]);
        }
        return moves;
    }
}
