package segmentation.data.value;

import segmentation.text.NumberText;

/**
 * How a column of dates turned out to be written: one style for the whole column.
 *
 * @param column name of the column in the descriptor
 * @param written the style, such as {@code dd-mm-yyyy}
 * @param order the order in words, such as {@code day first}
 * @param dates how many cells hold a date of that style
 * @param decisive how many of them would be no date with day and month the other way round; 0 where nothing in the
 *     column tells the two apart and the day was taken to come first
 */
public record DateFormat(String column, String written, String order, int dates, int decisive) {

    /** Returns what was done about it, for a table of checks. */
    public String done() {
        return decisive == 0
                ? "read %s by rule: all fit month first too".formatted(order)
                : "read %s: %s of %s fit nothing else"
                        .formatted(order, NumberText.count(decisive), NumberText.count(dates));
    }
}
