package segmentation.data;

import java.util.HashMap;
import java.util.Map;

/**
 * The cells of one column in the rows that tell what it holds, those that are missing left out.
 *
 * @param place where the column stands, counted from 0
 */
record ColumnCells(FileBody body, NumberStyle style, MissingMarkers missing, int place) {

    /** Counts what the cells are. */
    ColumnTally tally() {
        ColumnTally tally = new ColumnTally(this);
        PlainNumber number = PlainNumber.reader(style.decimal());
        for (int row = 0; row < body.cells().rows(); row++) {
            if (!body.isTelling(row)) {
                continue;
            }
            if (isNumber(row, number)) {
                tally.add(number);
            } else {
                String cell = cell(row);
                if (!missing.contains(cell)) {
                    tally.add(cell, body.lines()[row]);
                }
            }
        }
        return tally;
    }

    /** Counts how often each different cell occurs, trimmed. */
    Map<String, Integer> counts() {
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

    /** Returns the column's name. */
    String name() {
        return body.header().names().get(place);
    }

    private boolean isNumber(int row, PlainNumber number) {
        return body.cells().isNumber(row, place, number) && !missing.contains(number);
    }

    private String cell(int row) {
        return Cells.trimmed(body.cells().at(row, place));
    }
}
