package segmentation.data.inspect;

import java.util.HashMap;
import java.util.Map;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberParser;
import segmentation.text.Blanks;

/**
 * The cells of one column in the rows that tell what it holds, those that are missing left out.
 *
 * @param place where the column stands, counted from 0
 */
public record ColumnCells(FileTable body, NumberFormat style, MissingValues missing, int place) {

    /** Counts what a row's cell is, where it is not missing; {@code number} reads numbers of the file's style. */
    public void count(int row, NumberParser number, ColumnTally tally) {
        if (body.cells().read(row, place, number) && !missing.contains(number)) {
            tally.add(number);
            return;
        }
        String cell = cell(row);
        if (!missing.contains(cell)) {
            tally.add(cell, body.lines()[row]);
        }
    }

    /** Counts how often each different cell occurs, trimmed. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < body.cells().rows(); row++) {
            if (body.isTelling(row)) {
                String cell = cell(row);
                if (!missing.contains(cell)) {
                    counts.merge(cell, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** Returns how many cells there may be. */
    public int rows() {
        return body.tellingRows();
    }

    /** Returns the column's name. */
    public String name() {
        return body.header().names().get(place);
    }

    private String cell(int row) {
        return Blanks.trimmed(body.cells().at(row, place));
    }
}
