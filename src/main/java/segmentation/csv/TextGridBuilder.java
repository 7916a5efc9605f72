package segmentation.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the rows of a {@link TextGrid}: one cell after the other, then the row's end. */
public final class TextGridBuilder {
    private static final char LAST_ASCII = 0x7F;
    private static final int MOST_BYTES_A_CHARACTER = 3;

    private final int columns;
    private final List<TextGrid.Block> blocks = new ArrayList<>();
    private byte[] bytes = new byte[0];
    private int size;
    private int[] ends = new int[0];
    private int cells;
    private int rowStart;
    private int rows;

    TextGridBuilder(int columns) {
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
        if (rows % TextGrid.ROWS_A_BLOCK == 0) {
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
        blocks.add(new TextGrid.Block(Arrays.copyOf(bytes, size), Arrays.copyOf(ends, cells)));
        size = 0;
        cells = 0;
        rowStart = 0;
    }
}
