package segmentation.data.inspect;

import java.util.Locale;
import java.util.stream.Collectors;
import segmentation.data.customers.RowIssue;
import segmentation.stats.NumericSummary;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/** What is said of a column in more than one place. */
final class ColumnWords {
    private static final double LARGE = 1e15;
    private static final int SHORT = 16;

    private ColumnWords() {}

    /** Returns the name, cut after 40 characters. */
    static String name(ColumnProfile column) {
        return Excerpt.shortened(column.name());
    }

    /** Shows least, median and greatest number, or the commonest values. */
    static String content(ColumnProfile column) {
        NumericSummary figures = column.figures();
        return column.kind().isNumeric()
                ? "%s · %s · %s"
                        .formatted(
                                figure(figures.minimum(), column),
                                figure(figures.median(), column),
                                figure(figures.maximum(), column))
                : column.commonest().stream()
                        .map(value -> "%s (%s)".formatted(shortest(value.value()), NumberText.count(value.count())))
                        .collect(Collectors.joining(", "));
    }

    /** Says how many of the cells are numbers, and shows the first that is none; for a column that mixes both. */
    static String mixed(ColumnProfile column) {
        RowIssue first = column.firstOther().orElseThrow();
        String hint = NumberHint.of(first).map(advice -> "; " + advice).orElse("");
        return "numbers and other text are mixed: %s of %s cells are numbers (first other: line %d, %s)%s"
                .formatted(
                        NumberText.count(column.numbers()),
                        NumberText.count(column.filled()),
                        first.line(),
                        first.found(),
                        hint);
    }

    private static String figure(double value, ColumnProfile column) {
        if (Math.abs(value) >= LARGE) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        return NumberText.within(column.figures().maximum() - column.figures().minimum(), value)
                .replaceFirst(column.kind() == ColumnKind.WHOLE_NUMBER ? "\\.0+$" : "$^", "");
    }

    private static String shortest(String value) {
        return Excerpt.shortened(value, SHORT);
    }

    /** Says how many cells of a numeric column are no numbers, and shows the first; for a column that has some. */
    static String unfit(ColumnProfile column) {
        RowIssue first = column.firstOther().orElseThrow();
        return "%s %s no usable %s (first: line %s, %s)"
                .formatted(
                        NumberText.count(column.unfit()),
                        column.unfit() == 1 ? "cell is" : "cells are",
                        column.unfit() == 1 ? "number" : "numbers",
                        first.line(),
                        first.found());
    }
}
