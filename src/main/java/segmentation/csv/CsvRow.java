package segmentation.csv;

import java.util.List;

/**
 * One row of a file as it was written.
 *
 * @param line physical line on which it starts, counted from 1
 * @param cells its cells, unquoted
 */
public record CsvRow(int line, List<String> cells) {}
