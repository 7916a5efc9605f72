package segmentation.rfm;

import segmentation.data.value.DateStyle;
import segmentation.data.value.MissingMarkers;
import segmentation.data.value.NumberStyle;

/**
 * How the cells of a file of transactions are written.
 *
 * @param shown the file's name in sentences
 * @param dates the style of its dates
 * @param numbers the style of its numbers
 * @param missing what stands for a missing value
 */
record TransactionCells(String shown, DateStyle dates, NumberStyle numbers, MissingMarkers missing) {}
