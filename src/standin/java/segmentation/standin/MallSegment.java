package segmentation.standin;

/**
 * What is known of one segment of the mall customers, in aggregates; none of them is a row.
 *
 * @param size number of customers
 * @param women how many of them are women
 * @param age years
 * @param income k$ a year
 * @param score points, 1 to 100
 */
record MallSegment(int size, int women, Spread age, Spread income, Spread score) {}
