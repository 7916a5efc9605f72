package segmentation.data.value;

import java.util.Optional;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * How a column of dates turned out to be written: one style for the whole column.
 *
 * @param column name of the column in the descriptor
 * @param style the style
 * @param dates how many cells hold a date of that style
 * @param decisive how many of them fit no other style
 * @param doubt a cell that can be read in two ways, where as many cells fit another style; empty where one is clear
 */
public record DateFormat(String column, DatePattern style, int dates, int decisive, Optional<Doubt> doubt) {

    /**
     * A cell that is one day or another.
     *
     * @param cell as written
     * @param taken the day it was taken for, as {@code 2012-09-04}
     * @param other the day it may mean as well
     */
    public record Doubt(String cell, String taken, String other) {

        /** Puts the two ways to read it into a clause. */
        public String words() {
            return "%s may be %s or %s".formatted(Excerpt.quoted(cell), taken, other);
        }
    }

    /** Returns the style in letters, such as {@code dd-mm-yyyy}. */
    public String written() {
        return style.written();
    }

    /** Returns the order in words, such as {@code day first}. */
    public String order() {
        return style.order().words();
    }

    /** Says whether nothing in the column tells this style from another, and it was taken by rule. */
    public boolean isAmbiguous() {
        return doubt.isPresent();
    }

    /** Returns what was done about it, for a table of checks. */
    public String done() {
        if (isAmbiguous()) {
            return "read %s by rule: all fit month first too".formatted(order());
        }
        return decisive == 0
                ? style.reading()
                : "%s: %s of %s fit nothing else"
                        .formatted(style.reading(), NumberText.count(decisive), NumberText.count(dates));
    }
}
