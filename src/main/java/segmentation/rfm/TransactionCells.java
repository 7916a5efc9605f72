package segmentation.rfm;

import segmentation.data.value.DatePattern;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.io.SourceName;

/**
 * How the cells of a file of transactions are written.
 *
 * @param source the file's name in sentences
 * @param dates the style of its dates
 * @param numbers the style of its numbers
 * @param missing what stands for a missing value
 */
record TransactionCells(SourceName source, DatePattern dates, NumberFormat numbers, MissingValues missing) {}
