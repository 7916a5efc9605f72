package segmentation.rfm;

import java.math.BigDecimal;

/**
 * A customer's recency, frequency and monetary value.
 *
 * @param customer name as the file writes it, without padding
 * @param recencyDays whole days from the last purchase to the day that recency is counted from; at least 0
 * @param frequency number of purchases, at least 1
 * @param monetary what was paid less what was returned, above 0, exact
 */
public record Rfm(String customer, long recencyDays, int frequency, BigDecimal monetary) {}
