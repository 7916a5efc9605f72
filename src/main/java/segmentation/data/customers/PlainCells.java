package segmentation.data.customers;

import segmentation.csv.TextGridBuilder;

/** The cells of a file that need no check: plain numbers in columns of numbers. */
@FunctionalInterface
public interface PlainCells {

    /**
     * Adds the value of a cell to a row of values, where the cell needs no check, and says whether it was so.
     *
     * @param row the row of the file, counted from 0 below the header
     * @param field the field of the dataset, counted from 0
     */
    boolean add(int row, int field, TextGridBuilder values);
}
