package segmentation.model;

import segmentation.features.FeatureBlocks;
import segmentation.features.GatheredRows;
import segmentation.features.NarrowBlock;
import segmentation.features.NarrowRows;

/** The rows of a run of Lloyd's algorithm that one thread gathers, as they may have to move: room that is used again and again. */
final class DoubtfulRows {
    private final Margins margins;
    private final NarrowRows narrow;
    private final NarrowBlock block;
    private final int[] chosen = new int[FeatureBlocks.SIZE];
    private final int[] rows = new int[FeatureBlocks.SIZE];
    private final int[] clusters = new int[FeatureBlocks.SIZE];
    private final int[] unsure = new int[FeatureBlocks.SIZE];
    private final float[] found = new float[FeatureBlocks.SIZE];
    private NarrowCentroids centroids;

    /** Those of the rows that need distances in {@code double}, their numbers and their clusters. */
    final GatheredRows again;

    final int[] againRows = new int[FeatureBlocks.SIZE];
    final int[] againClusters = new int[FeatureBlocks.SIZE];

    DoubtfulRows(Margins margins, NarrowRows narrow, NarrowCentroids centroids) {
        this.margins = margins;
        this.narrow = narrow;
        this.centroids = centroids;
        this.block = NarrowBlock.of(narrow.columns());
        this.again = GatheredRows.of(narrow.columns());
    }

    /** Takes the centroids of another iteration. */
    DoubtfulRows with(NarrowCentroids centroids) {
        this.centroids = centroids;
        return this;
    }

    /** Chooses the rows of a block without margin, and returns how many there are. */
    int choose(int[] partition, int number, int size) {
        return margins.findUsedUp(partition, number * FeatureBlocks.SIZE, size, chosen);
    }

    /** Gathers of the chosen rows from one place on as many as there is room for, and returns the place of the next. */
    int gather(int[] partition, int number, int from, int count) {
        int to = Math.min(count, from + block.room());
        int first = number * FeatureBlocks.SIZE;
        int at = block.size() - from;
        for (int m = from; m < to; m++) {
            int row = first + chosen[m];
            rows[at + m] = row;
            clusters[at + m] = partition[row];
        }
        block.add(narrow, number, chosen, from, to);
        return to;
    }

    boolean isFull() {
        return block.room() == 0;
    }

    /** Keeps what margins the gathered rows have in {@code float}, and returns how many are unsure; the next are gathered anew. */
    int look(NarrowNearest nearest) {
        int size = block.size();
        nearest.look(block, centroids);
        nearest.margins(found, size);
        for (int m = 0; m < size; m++) {
            margins.keep(rows[m], clusters[m], found[m]);
        }
        block.clear();
        return nearest.findUnsure(clusters, size, unsure);
    }

    /** Gathers one of the unsure rows for a second look. */
    void again(FeatureBlocks all, int number) {
        int at = unsure[number];
        againRows[again.size()] = rows[at];
        againClusters[again.size()] = clusters[at];
        again.add(all, rows[at]);
    }

    /** Keeps the margins that a second look has found; the next rows are gathered anew. */
    void keepAgain(Nearest nearest) {
        for (int m = 0; m < again.size(); m++) {
            margins.keep(againRows[m], againClusters[m], nearest.least[m], nearest.second[m]);
        }
        again.clear();
    }
}
