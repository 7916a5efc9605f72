package segmentation.data;

import java.util.Arrays;

/** The different rows of a grid seen so far, by some of their cells: a table of row numbers and no copies of texts. */
final class RowSet {
    private static final int NONE = -1;

    private final TextGrid grid;
    private final int[] places;
    private final int[] table;

    private RowSet(TextGrid grid, int[] places) {
        this.grid = grid;
        this.places = places.clone();
        // At most half full, and a power of two: hashes are spread by masking.
        this.table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, grid.rows())) * 4)];
        Arrays.fill(table, NONE);
    }

    /** Starts empty; two rows count as one where all cells in these columns agree. */
    static RowSet of(TextGrid grid, int... places) {
        return new RowSet(grid, places);
    }

    /** Returns how many rows equal an earlier one. */
    int repeats() {
        int repeats = 0;
        for (int row = 0; row < grid.rows(); row++) {
            repeats += add(row) ? 0 : 1;
        }
        return repeats;
    }

    /** Adds a row, and says whether it is unlike all before it. */
    private boolean add(int row) {
        int hash = grid.hash(row, places);
        int at = (hash ^ hash >>> 15) & table.length - 1;
        while (table[at] != NONE) {
            if (grid.areSame(table[at], row, places)) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = row;
        return true;
    }
}
