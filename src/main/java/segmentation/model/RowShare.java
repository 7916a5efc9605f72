package segmentation.model;

import java.util.List;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;

/**
 * Neighbouring blocks of rows that one thread works on at a time. How rows are shared out depends on nothing but their
 * number, so sums taken share by share are the same on any number of threads.
 *
 * @param firstBlock counted from 0
 * @param endBlock the first one that no longer belongs to the share
 */
record RowShare(int firstBlock, int endBlock) {
    /** So many blocks, 8,192 rows, keep a core busy for longer than it takes to hand them out. */
    private static final int BLOCKS = 32;

    /** Returns the shares of all rows, in order. */
    static List<RowShare> of(FeatureBlocks rows) {
        return IntStream.iterate(0, first -> first < rows.blocks(), first -> first + BLOCKS)
                .mapToObj(first -> new RowShare(first, Math.min(first + BLOCKS, rows.blocks())))
                .toList();
    }

    /** Returns the number of blocks. */
    int blocks() {
        return endBlock - firstBlock;
    }
}
