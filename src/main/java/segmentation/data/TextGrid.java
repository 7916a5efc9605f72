package segmentation.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts in rows and columns, packed as bytes, since a million rows of short strings would be mostly overhead. Immutable.
 *
 * <p>Texts must be free of lone surrogates, as every decoded file is.
 */
final class TextGrid {
    private static final int ROWS_A_BLOCK = 1024;

    private final int columns;
    private final int rows;
    private final List<Block> blocks;

    private TextGrid(int columns, int rows, List<Block> blocks) {
        this.columns = columns;
        this.rows = rows;
        this.blocks = blocks;
    }

    /** Starts an empty grid; every row added must have that many cells. */
    static Builder builder(int columns) {
        return new Builder(columns);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Returns one cell. */
    String at(int row, int column) {
        return blocks.get(row / ROWS_A_BLOCK).text(cell(row, column));
    }

    /** Returns a row as a list that unpacks a cell when it is asked for. */
    List<String> row(int row) {
        return ListView.of(columns, column -> at(row, column));
    }

    /** Returns all rows as such lists. */
    List<List<String>> asLists() {
        return ListView.of(rows, this::row);
    }

    /** Returns a hash of some cells of a row: the same for rows that {@link #areSame}. */
    int hash(int row, int[] places) {
        int hash = 1;
        for (int place : places) {
            hash = 31 * hash + blocks.get(row / ROWS_A_BLOCK).hash(cell(row, place));
        }
        return hash;
    }

    /** Says whether two rows agree in some cells. */
    boolean areSame(int first, int second, int[] places) {
        Block one = blocks.get(first / ROWS_A_BLOCK);
        Block other = blocks.get(second / ROWS_A_BLOCK);
        for (int place : places) {
            if (!one.equals(cell(first, place), other, cell(second, place))) {
                return false;
            }
        }
        return true;
    }

    private int cell(int row, int column) {
        return row % ROWS_A_BLOCK * columns + column;
    }

    /** The cells of some rows behind one another, and where each ends. */
    private record Block(byte[] bytes, int[] ends) {
        int start(int cell) {
            return cell == 0 ? 0 : ends[cell - 1];
        }

        String text(int cell) {
            return new String(bytes, start(cell), ends[cell] - start(cell), StandardCharsets.UTF_8);
        }

        int hash(int cell) {
            int hash = 1;
            for (int at = start(cell); at < ends[cell]; at++) {
                hash = 31 * hash + bytes[at];
            }
            return hash;
        }

        boolean equals(int cell, Block other, int otherCell) {
            return Arrays.equals(
                    bytes, start(cell), ends[cell], other.bytes, other.start(otherCell), other.ends[otherCell]);
        }
    }

    /** Collects rows. */
    static final class Builder {
        private final int columns;
        private final List<Block> blocks = new ArrayList<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int[] ends = new int[0];
        private int cells;
        private int rows;

        private Builder(int columns) {
            this.columns = columns;
        }

        /** Adds a row. */
        void add(List<String> row) {
            if (row.size() != columns) {
                throw new IllegalArgumentException(
                        "A row has %d cells, the grid has %d columns".formatted(row.size(), columns));
            }
            if (ends.length < cells + columns) {
                ends = Arrays.copyOf(ends, Math.max(cells + columns, 2 * ends.length));
            }
            for (String cell : row) {
                bytes.writeBytes(cell.getBytes(StandardCharsets.UTF_8));
                ends[cells++] = bytes.size();
            }
            rows++;
            if (rows % ROWS_A_BLOCK == 0) {
                close();
            }
        }

        int rows() {
            return rows;
        }

        /** Returns the rows; nothing may be added afterwards. */
        TextGrid build() {
            close();
            return new TextGrid(columns, rows, List.copyOf(blocks));
        }

        private void close() {
            blocks.add(new Block(bytes.toByteArray(), Arrays.copyOf(ends, cells)));
            bytes.reset();
            cells = 0;
        }
    }
}
