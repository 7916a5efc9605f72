package segmentation.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Vectors;
import segmentation.model.Parallel;

/**
 * The exact silhouettes of some customers among themselves, for several segmentations of them at once: the distances,
 * which take most of the time, are the same for all.
 *
 * <p>Customers are cut into blocks. A pair of blocks is worked on once and serves both; what is kept is a sum of distances
 * for each customer and each segment of each segmentation, so memory grows with n × the sum of all k. Blocks are paired as
 * teams in a tournament, where nobody plays twice in a round: so no two threads meet at a sum, and each sum is taken in an
 * order that depends neither on threads nor on the other segmentations.
 */
final class SilhouetteScores {
    /** The most teams: a round has half as many tasks. */
    private static final int MOST_TEAMS = 16;

    /** How many columns are read at a time, as they lie side by side in memory; divides the size of a block. */
    private static final int COLUMNS = 4;

    private final FeatureBlocks blocks;

    /** Even, so that nobody waits. */
    private final int teams;

    /** For each row its segment in each segmentation, the segments of all being numbered on from 0. */
    private final int[][] segments;

    /** For each block and segment: distances from each customer of the block to the segment's members, summed. */
    private final double[][][] sums;

    private SilhouetteScores(FeatureMatrix matrix, int[] chosen, int[][] segments, int numbered) {
        this.blocks = matrix.blocks(chosen);
        this.teams = Math.min(MOST_TEAMS, blocks.blocks() + blocks.blocks() % 2);
        this.segments = segments;
        this.sums = IntStream.range(0, blocks.blocks())
                .mapToObj(block -> new double[numbered][blocks.size(block)])
                .toArray(double[][][]::new);
    }

    /**
     * Returns for each segmentation n scores, NaN for rows that were not chosen.
     *
     * @param labelings for each segmentation a segment from 1 to its k for each of the n rows
     * @param ks the k of each
     * @param chosen rows to score against each other, ascending, some of each segment
     */
    static List<double[]> of(FeatureMatrix matrix, List<int[]> labelings, int[] ks, int[] chosen) {
        int[] first = new int[ks.length + 1];
        Arrays.setAll(first, at -> Arrays.stream(ks).limit(at).sum());
        int[][] segments = Arrays.stream(chosen)
                .mapToObj(row -> IntStream.range(0, ks.length)
                        .map(at -> first[at] + labelings.get(at)[row] - 1)
                        .toArray())
                .toArray(int[][]::new);
        SilhouetteScores scores = new SilhouetteScores(matrix, chosen, segments, first[ks.length]);
        scores.sumUp();
        return IntStream.range(0, ks.length)
                .mapToObj(at -> scores.scores(at, first[at], ks[at], chosen, matrix.rows()))
                .toList();
    }

    /** Lets all teams play among themselves, then round by round against each other. */
    private void sumUp() {
        Parallel.map(teams, team -> match(team, team));
        int turning = teams - 1;
        for (int round = 0; round < turning; round++) {
            int now = round;
            Parallel.map(
                    teams / 2,
                    match -> match == 0
                            ? match(turning, now)
                            : match((now + match) % turning, (now - match + turning) % turning));
        }
    }

    /** Works on all pairs of a block of one team with one of the other, and returns how many there were. */
    private int match(int team, int otherTeam) {
        double[][] distances = new double[FeatureBlocks.SIZE][FeatureBlocks.SIZE];
        int pairs = 0;
        for (int block = firstBlock(team); block < firstBlock(team + 1); block++) {
            int from = team == otherTeam ? block : firstBlock(otherTeam);
            for (int other = from; other < firstBlock(otherTeam + 1); other++) {
                pair(block, other, distances);
                pairs++;
            }
        }
        return pairs;
    }

    private int firstBlock(int team) {
        return (int) ((long) blocks.blocks() * team / teams);
    }

    private void pair(int block, int other, double[][] distances) {
        double[] point = new double[blocks.columns()];
        for (int i = 0; i < blocks.size(block); i++) {
            int row = block * FeatureBlocks.SIZE + i;
            blocks.copyRow(row, point, 0);
            blocks.squaredDistances(other, point, 0, distances[i]);
            Vectors.squareRoots(distances[i], blocks.size(other));
            addTo(other, row, distances[i]);
        }
        if (block != other) {
            addColumns(block, other, distances);
        }
    }

    private void addColumns(int block, int other, double[][] distances) {
        double[][] columns = new double[COLUMNS][FeatureBlocks.SIZE];
        for (int j = 0; j < blocks.size(other); j += COLUMNS) {
            turn(distances, j, blocks.size(block), columns);
            for (int next = 0; next < COLUMNS && j + next < blocks.size(other); next++) {
                addTo(block, other * FeatureBlocks.SIZE + j + next, columns[next]);
            }
        }
    }

    /** Copies some columns, from the j-th on, side by side: what lies beyond the block's last one is not used. */
    private static void turn(double[][] distances, int j, int size, double[][] columns) {
        double[] first = columns[0];
        double[] second = columns[1];
        double[] third = columns[2];
        double[] fourth = columns[3];
        for (int i = 0; i < size; i++) {
            double[] row = distances[i];
            first[i] = row[j];
            second[i] = row[j + 1];
            third[i] = row[j + 2];
            fourth[i] = row[j + 3];
        }
    }

    /** Adds the distances from a row to the customers of a block to their sums for the segments of that row. */
    private void addTo(int block, int row, double[] distances) {
        for (int segment : segments[row]) {
            Vectors.add(sums[block][segment], distances, blocks.size(block));
        }
    }

    private double[] scores(int segmentation, int first, int k, int[] chosen, int n) {
        int[] sizes = new int[k];
        for (int[] ofRow : segments) {
            sizes[ofRow[segmentation] - first]++;
        }
        double[] scores = new double[n];
        Arrays.fill(scores, Double.NaN);
        double[] means = new double[k];
        for (int row = 0; row < chosen.length; row++) {
            int own = segments[row][segmentation] - first;
            for (int segment = 0; segment < k; segment++) {
                double sum = sums[row / FeatureBlocks.SIZE][first + segment][row % FeatureBlocks.SIZE];
                means[segment] = sum / (segment == own ? sizes[own] - 1 : sizes[segment]);
            }
            // A singleton has no within-cluster distance; Rousseeuw defines its score as 0.
            scores[chosen[row]] = sizes[own] == 1 ? 0 : score(means, own);
        }
        return scores;
    }

    private static double score(double[] means, int own) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int segment = 0; segment < means.length; segment++) {
            nearest = segment == own ? nearest : Math.min(nearest, means[segment]);
        }
        double larger = Math.max(means[own], nearest);
        return larger == 0 ? 0 : (nearest - means[own]) / larger;
    }
}
