package segmentation.data.customers;

import segmentation.csv.CsvRow;
import segmentation.csv.TextGridBuilder;

/** The check of one row of a file. */
@FunctionalInterface
public interface RowCheck {

    /**
     * Checks a row.
     *
     * @param at place of the row in the file, counted from 0 below the header
     * @param values takes the row's values, one a field; what a faulty row has added is dropped afterwards
     */
    CheckedRow check(int at, CsvRow row, TextGridBuilder values);
}
