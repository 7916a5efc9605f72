package segmentation.data.customers;

/**
 * One decision to leave customers out.
 *
 * @param reason why, in a few words, such as {@code income missing}
 * @param dropped how many rows it took out; 0 where it found none
 * @param kept how many rows were left after it
 */
public record RowDecision(String reason, int dropped, int kept) {}
