package segmentation.profile;

/**
 * How one segment differs from all customers on one column.
 *
 * @param segment its label, 1..k
 * @param column name in the table's descriptor
 * @param sentence the difference in figures, such as {@code mean age 60.4 years against 55.2 of all customers}
 * @param deviations distance of the segment's mean or share from that of all customers, in their population standard
 *     deviations; negative below
 */
public record Contrast(int segment, String column, String sentence, double deviations) {

    /** Returns whether the segment is low, medium or high on it; a medium one is hardly worth telling. */
    public Level level() {
        return Level.ofDeviations(deviations);
    }
}
