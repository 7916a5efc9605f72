package segmentation.data.customers;

/**
 * One fault in one row.
 *
 * @param line physical line of the file on which the row starts, counted from 1
 * @param column header of the column as the file writes it, or {@code no. 6} where the header has no such column
 * @param found what the file holds there, ready to be read: a cell in quotes, cut after 40 characters
 * @param expected what the descriptor asks for
 */
public record RowIssue(int line, String column, String found, String expected) {}
