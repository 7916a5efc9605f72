package segmentation.data.customers;

import java.util.ArrayList;
import java.util.List;
import segmentation.csv.CsvRow;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.text.Blanks;

/**
 * A value that a change of delimiters has cut in two, such as {@code 2n Cycle} in a file whose blanks were all replaced
 * by semicolons.
 */
public final class SplitCell {
    private SplitCell() {}

    /**
     * Returns the row with the two halves joined, where it has one cell too many and two neighbours together, but not
     * the first alone, are a value that their column allows; else the row as it is.
     */
    public static CsvRow joined(CsvRow row, Header header, Dataset dataset, char delimiter) {
        if (row.cells().size() != header.cells().size() + 1) {
            return row;
        }
        return dataset.fields().stream()
                .filter(field -> !field.constraints().allowed().isEmpty())
                .filter(field -> isSplit(field, row.cells(), header.place(field), delimiter))
                .findFirst()
                .map(field -> joined(row, header.place(field), delimiter))
                .orElse(row);
    }

    private static boolean isSplit(Field field, List<String> cells, int place, char delimiter) {
        return field.read(Blanks.trimmed(cells.get(place))).isEmpty()
                && field.read(whole(cells, place, delimiter)).isPresent();
    }

    private static CsvRow joined(CsvRow row, int place, char delimiter) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(place, whole(cells, place, delimiter));
        cells.remove(place + 1);
        return new CsvRow(row.line(), List.copyOf(cells));
    }

    private static String whole(List<String> cells, int place, char delimiter) {
        return cells.get(place) + delimiter + cells.get(place + 1);
    }
}
