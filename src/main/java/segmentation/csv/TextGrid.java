package segmentation.csv;

import it.unimi.dsi.fastutil.Hash;
import it.unimi.dsi.fastutil.HashCommon;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts in rows and columns, packed as bytes, since a million rows of short strings would be mostly overhead. Immutable.
 *
 * <p>Texts must be free of lone surrogates, as every decoded file is.
 */
public final class TextGrid {
    static final int ROWS_A_BLOCK = 128;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    // 2^64 divided by the golden ratio, which scatters its multiples (Knuth 1998, section 6.4).
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int columns;
    private final int rows;
    private final List<Block> blocks;

    TextGrid(int columns, int rows, List<Block> blocks) {
        this.columns = columns;
        this.rows = rows;
        this.blocks = blocks;
    }

    /** Takes the bytes of a cell. */
    @FunctionalInterface
    public interface BytesReader {
        /** Looks at bytes from a place on up to another, which is left out, and says whether they are what it reads. */
        boolean read(byte[] bytes, int from, int to);
    }

    /** Starts an empty grid; every row added must have that many cells. */
    public static Builder builder(int columns) {
        return new Builder(columns);
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns. */
    public int columns() {
        return columns;
    }

    /** Returns one cell. */
    public String at(int row, int column) {
        return blocks.get(row / ROWS_A_BLOCK).text(cell(row, column));
    }

    /** Says whether a cell is empty. */
    public boolean isEmpty(int row, int column) {
        Block block = blocks.get(row / ROWS_A_BLOCK);
        return block.start(cell(row, column)) == block.end(cell(row, column));
    }

    /** Hands the bytes of a cell, in UTF-8, to a reader and returns what it says. */
    public boolean read(int row, int column, BytesReader reader) {
        Block block = blocks.get(row / ROWS_A_BLOCK);
        int cell = cell(row, column);
        return reader.read(block.bytes, block.start(cell), block.end(cell));
    }

    /** Returns a row as a list that unpacks a cell when it is asked for. */
    public List<String> row(int row) {
        return ListView.of(columns, column -> at(row, column));
    }

    /** Returns all rows as such lists. */
    public List<List<String>> asLists() {
        return ListView.of(rows, this::row);
    }

    /** Returns how many rows equal an earlier one in these columns. */
    public int repeats(int... places) {
        int[] hashes = IntStream.range(0, rows)
                .parallel()
                .map(row -> hash(row, places))
                .toArray();
        // By hash, and where that place is taken behind it, the first of equal rows, counted from 1; 0 where none is.
        // Bytes, which lie far apart, are compared of equal hashes alone.
        int[] firsts = new int[HashCommon.arraySize(rows, Hash.FAST_LOAD_FACTOR)];
        int repeats = 0;
        for (int row = 0; row < rows; row++) {
            int place = hashes[row] & firsts.length - 1;
            while (firsts[place] != 0 && !isRepeat(row, firsts[place] - 1, hashes, places)) {
                place = place + 1 & firsts.length - 1;
            }
            repeats += firsts[place] == 0 ? 0 : 1;
            firsts[place] = firsts[place] == 0 ? row + 1 : firsts[place];
        }
        return repeats;
    }

    private boolean isRepeat(int row, int other, int[] hashes, int[] places) {
        return hashes[row] == hashes[other] && areSame(row, other, places);
    }

    /** Returns a hash of some cells of a row: the same for rows that {@link #areSame}. */
    private int hash(int row, int[] places) {
        Block block = blocks.get(row / ROWS_A_BLOCK);
        long hash = 1;
        // Cells side by side are hashed at one go.
        for (int first = 0, last = 0; first < places.length; first = ++last) {
            while (last + 1 < places.length && places[last + 1] == places[last] + 1) {
                last++;
            }
            hash = block.hash(hash, block.start(cell(row, places[first])), block.end(cell(row, places[last])));
        }
        return (int) (hash ^ hash >>> Integer.SIZE);
    }

    /** Says whether two rows agree in some cells. */
    private boolean areSame(int first, int second, int[] places) {
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

    /**
     * The cells of some rows behind one another.
     *
     * @param ends where each cell ends, if all do so within what two bytes can say, as nearly always: of short cells a place
     *     of four would take half as much as the text
     * @param farEnds where each cell ends, if not
     */
    record Block(byte[] bytes, char[] ends, int[] farEnds) {
        static Block of(byte[] bytes, int[] ends) {
            if (bytes.length > Character.MAX_VALUE) {
                return new Block(bytes, new char[0], ends);
            }
            char[] near = new char[ends.length];
            for (int cell = 0; cell < near.length; cell++) {
                near[cell] = (char) ends[cell];
            }
            return new Block(bytes, near, new int[0]);
        }

        int start(int cell) {
            return cell == 0 ? 0 : end(cell - 1);
        }

        int end(int cell) {
            return farEnds.length == 0 ? ends[cell] : farEnds[cell];
        }

        String text(int cell) {
            return new String(bytes, start(cell), end(cell) - start(cell), StandardCharsets.UTF_8);
        }

        long hash(long seed, int from, int to) {
            long hash = seed;
            int at = from;
            for (; at + Long.BYTES <= to; at += Long.BYTES) {
                hash = mixed(hash ^ (long) EIGHT_BYTES.get(bytes, at));
            }
            for (; at < to; at++) {
                hash = mixed(hash ^ bytes[at]);
            }
            return hash;
        }

        private static long mixed(long hash) {
            long product = hash * GOLDEN;
            return product ^ product >>> Integer.SIZE;
        }

        boolean equals(int cell, Block other, int otherCell) {
            return Arrays.equals(
                    bytes, start(cell), end(cell), other.bytes, other.start(otherCell), other.end(otherCell));
        }
    }

    /** Collects the rows of a {@link TextGrid}: one cell after the other, then the row's end. */
    public static final class Builder {
        private static final char LAST_ASCII = 0x7F;
        private static final int MOST_BYTES_A_CHARACTER = 3;

        private final int columns;
        private final List<Block> blocks = new ArrayList<>();
        private byte[] bytes = new byte[0];
        private int size;
        private int[] ends = new int[0];
        private int cells;
        private int rowStart;
        private int rows;

        Builder(int columns) {
            this.columns = columns;
        }

        /** Adds a row. */
        public void add(List<String> row) {
            row.forEach(this::add);
            endRow();
        }

        /** Adds a cell to the row. */
        public void add(String cell) {
            reserve(MOST_BYTES_A_CHARACTER * cell.length());
            int at = size;
            for (int i = 0; i < cell.length(); i++) {
                char character = cell.charAt(i);
                if (character > LAST_ASCII) {
                    byte[] encoded = cell.getBytes(StandardCharsets.UTF_8);
                    System.arraycopy(encoded, 0, bytes, size, encoded.length);
                    at = size + encoded.length;
                    break;
                }
                bytes[at++] = (byte) character;
            }
            endCell(at);
        }

        /** Ends the row, which must have as many cells as there are columns. */
        public void endRow() {
            if (cells - rowStart != columns) {
                throw new IllegalArgumentException(
                        "A row has %d cells, the grid has %d columns".formatted(cells - rowStart, columns));
            }
            rowStart = cells;
            rows++;
            if (rows % ROWS_A_BLOCK == 0) {
                close();
            }
        }

        /** Takes back the cells of the row that is not ended. */
        public void dropRow() {
            cells = rowStart;
            size = cells == 0 ? 0 : ends[cells - 1];
        }

        /** Returns the number of whole rows. */
        public int rows() {
            return rows;
        }

        /** Returns the rows; nothing may be added afterwards. */
        public TextGrid build() {
            close();
            return new TextGrid(columns, rows, List.copyOf(blocks));
        }

        private void reserve(int room) {
            if (bytes.length - size < room) {
                bytes = Arrays.copyOf(bytes, Math.max(size + room, 2 * bytes.length));
            }
        }

        private void endCell(int end) {
            if (cells == ends.length) {
                ends = Arrays.copyOf(ends, Math.max(columns + 1, 2 * ends.length));
            }
            size = end;
            ends[cells++] = end;
        }

        private void close() {
            blocks.add(Block.of(Arrays.copyOf(bytes, size), Arrays.copyOf(ends, cells)));
            size = 0;
            cells = 0;
            rowStart = 0;
        }
    }
}
