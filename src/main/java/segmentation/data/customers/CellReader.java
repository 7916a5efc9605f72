package segmentation.data.customers;

import segmentation.csv.CsvRow;
import segmentation.data.dataset.Field;

/** How cells become values: one way for columns that are described, another for those inferred from a file. */
public interface CellReader {

    /** Says whether a trimmed cell stands for a missing value. */
    boolean isMissing(Field field, String cell);

    /** Adds the value of a trimmed cell that is not missing; says no, and adds none, where its column cannot have it. */
    boolean add(Field field, String cell, CustomerTableBuilder values);

    /** Adds a value in place of a missing one, and says whether there was one to add. */
    default boolean addInstead(Field field, CustomerTableBuilder values) {
        return false;
    }

    /** Returns what is asked of a cell of the column, for a sentence. */
    String expectation(Field field, String cell);

    /**
     * Adds the value of a cell of a numeric column that needs no check, and says whether it was so.
     *
     * @param row the row of the file, counted from 0 below the header
     * @param field the field of the dataset, counted from 0
     */
    default boolean addUnchecked(int row, int field, CustomerTableBuilder values) {
        return false;
    }

    /** Returns how many cells a row had in its file. */
    default int width(CsvRow row) {
        return row.cells().size();
    }
}
