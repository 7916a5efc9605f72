package segmentation.analysis;

import java.util.List;

/**
 * What became of the rows of a customer file.
 *
 * @param file the file's name, without its folder
 * @param rows all rows below the header that hold more than blanks
 * @param dropped those that were not segmented, in file order
 * @param unlisted how many more were not segmented, where they are too many to be listed
 */
public record InputRows(String file, int rows, List<DroppedRow> dropped, int unlisted) {

    /** Copies the list; throws {@link IllegalArgumentException} where no row is left. */
    public InputRows {
        dropped = List.copyOf(dropped);
        if (dropped.size() + unlisted >= rows) {
            throw new IllegalArgumentException("Of %d rows %d cannot be left out; one at least is segmented"
                    .formatted(rows, dropped.size() + unlisted));
        }
    }

    /** Lists all rows that were not segmented. */
    public InputRows(String file, int rows, List<DroppedRow> dropped) {
        this(file, rows, dropped, 0);
    }

    /** Returns as many rows as were used and dropped. */
    static InputRows of(String file, int used, List<DroppedRow> dropped) {
        return new InputRows(file, used + dropped.size(), dropped);
    }

    /** Returns the number of rows that were segmented. */
    public int used() {
        return rows - leftOut();
    }

    /** Returns the number of rows that were not segmented, listed or not. */
    public int leftOut() {
        return dropped.size() + unlisted;
    }
}
