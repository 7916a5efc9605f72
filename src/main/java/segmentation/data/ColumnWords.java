package segmentation.data;

/** What is said of a column in more than one place. */
final class ColumnWords {
    private ColumnWords() {}

    /** Says how many cells of a numeric column are no numbers, and shows the first; for a column that has some. */
    static String unfit(ColumnLook column) {
        RowIssue first = column.firstOther().orElseThrow();
        return "%s %s no usable %s (first: line %s, %s)"
                .formatted(
                        Figures.count(column.unfit()),
                        column.unfit() == 1 ? "cell is" : "cells are",
                        column.unfit() == 1 ? "number" : "numbers",
                        first.line(),
                        first.found());
    }
}
