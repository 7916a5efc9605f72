package segmentation.csv;

import java.util.List;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/**
 * One row of a file as it was written.
 *
 * @param line physical line on which it starts, counted from 1
 * @param cells its cells, unquoted
 */
public record CsvRow(int line, List<String> cells) {

    /**
     * Names a column for a sentence, where this row is the header: as it does, or {@code no. 6} where it has no name for it.
     *
     * @param column counted from 0
     */
    public String label(int column) {
        String name = column < cells.size() ? Blanks.trimmed(cells.get(column)) : "";
        return name.isEmpty() ? "no. " + (column + 1) : Excerpt.shortened(name);
    }
}
