package segmentation.model;

import java.util.Optional;
import segmentation.features.FeatureBlocks;
import segmentation.features.GatheredRows;
import segmentation.features.NarrowBlock;

/**
 * Rows without margin, gathered from several blocks until there are as many as one block holds: those get a look in {@code float},
 * and of them those that may have to move are gathered once more. Room of one thread, used again and again.
 */
final class DoubtfulRows {
    private final FeatureBlocks all;
    private final Margins margins;
    private final NarrowNearest nearest;
    private final NarrowBlock block;
    private final int[] chosen = new int[FeatureBlocks.SIZE];
    private final int[] rows = new int[FeatureBlocks.SIZE];
    private final int[] clusters = new int[FeatureBlocks.SIZE];
    private final int[] unsure = new int[FeatureBlocks.SIZE];
    private final float[] found = new float[FeatureBlocks.SIZE];
    private Optional<NarrowCentroids> centroids = Optional.empty();

    /** Those of the rows that need distances in {@code double}, with their numbers of all n and their clusters. */
    final GatheredRows again;

    final int[] againRows = new int[FeatureBlocks.SIZE];
    final int[] againClusters = new int[FeatureBlocks.SIZE];
    private final double[] others = new double[FeatureBlocks.SIZE];

    DoubtfulRows(FeatureBlocks all, Margins margins, int k) {
        this.all = all;
        this.margins = margins;
        this.nearest = new NarrowNearest(k);
        this.block = NarrowBlock.of(all.columns());
        this.again = GatheredRows.of(all.columns());
    }

    /** Takes the centroids of this iteration. */
    void compareWith(NarrowCentroids centroids) {
        this.centroids = Optional.of(centroids);
    }

    /** Chooses the rows of a block that have no margin left, and returns how many there are. */
    int choose(int[] partition, int number) {
        return margins.findUsedUp(partition, number * FeatureBlocks.SIZE, all.size(number), chosen);
    }

    /** Gathers of the chosen rows, from one on, as many as there is room for, and returns which comes next. */
    int gather(int[] partition, int number, int from, int count) {
        int to = Math.min(count, from + block.room());
        int first = number * FeatureBlocks.SIZE;
        int at = block.size() - from;
        for (int m = from; m < to; m++) {
            int row = first + chosen[m];
            rows[at + m] = row;
            clusters[at + m] = partition[row];
        }
        centroids.orElseThrow().gather(all, number, chosen, from, to, block);
        return to;
    }

    /** Returns whether as many rows are gathered as there is room for. */
    boolean isFull() {
        return block.room() == 0;
    }

    /** Looks at the gathered rows, keeps their margins, and returns how many are unsure; the next are gathered anew. */
    int look() {
        int size = block.size();
        nearest.look(block, centroids.orElseThrow());
        nearest.margins(found, size);
        for (int m = 0; m < size; m++) {
            margins.keep(rows[m], clusters[m], found[m]);
        }
        block.clear();
        return nearest.findUnsure(clusters, size, unsure);
    }

    /** Gathers one of the unsure rows for a second look; there must be room. */
    void gatherAgain(int number) {
        int at = unsure[number];
        againRows[again.size()] = rows[at];
        againClusters[again.size()] = clusters[at];
        again.add(all, rows[at]);
    }

    /** Keeps the margins that a second look has found, of rows in the clusters that it has found; the next are gathered anew. */
    void keepAgain(Nearest seen) {
        int size = again.size();
        seen.findOthers(againClusters, size, others);
        for (int m = 0; m < size; m++) {
            margins.keep(againRows[m], againClusters[m], seen.least[m], others[m]);
        }
        again.clear();
    }
}
