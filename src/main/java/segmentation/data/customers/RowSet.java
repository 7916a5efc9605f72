package segmentation.data.customers;

import java.util.Arrays;
import segmentation.csv.TextGrid;

/** The different rows of a grid seen so far, by some of their cells: a table of row numbers and no copies of texts. */
public final class RowSet {
    private static final long NONE = -1;

    private final TextGrid grid;
    private final int[] places;
    // The row in the lower half, its hash in the upper one: few rows that differ are ever compared.
    private final long[] table;

    private RowSet(TextGrid grid, int[] places) {
        this.grid = grid;
        this.places = places.clone();
        // At most half full, and a power of two: hashes are spread by masking.
        this.table = new long[Math.max(4, Integer.highestOneBit(Math.max(1, grid.rows())) * 4)];
        Arrays.fill(table, NONE);
    }

    /** Starts empty; two rows count as one where all cells in these columns agree. */
    public static RowSet of(TextGrid grid, int... places) {
        return new RowSet(grid, places);
    }

    /** Returns how many rows equal an earlier one. */
    public int repeats() {
        int repeats = 0;
        for (int row = 0; row < grid.rows(); row++) {
            repeats += add(row) ? 0 : 1;
        }
        return repeats;
    }

    /** Adds a row, and says whether it is unlike all before it. */
    private boolean add(int row) {
        int hash = grid.hash(row, places);
        long entry = (long) hash << Integer.SIZE | row;
        int at = hash & table.length - 1;
        while (table[at] != NONE) {
            if ((int) (table[at] >>> Integer.SIZE) == hash && grid.areSame((int) table[at], row, places)) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = entry;
        return true;
    }
}
