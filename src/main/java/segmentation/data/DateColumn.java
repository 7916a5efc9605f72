package segmentation.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cells of one column of dates, read in one style that is decided by the whole column.
 *
 * <p>The style that most cells fit is taken. Where day first and month first fit equally many, no cell tells them apart,
 * and the day comes first. A cell of another style is refused: day and month may have been exchanged in a part of such
 * a column, and no cell by itself shows it.
 */
final class DateColumn {
    private final Field field;
    private final DateStyle style;
    private final List<String> cells;

    private DateColumn(Field field, DateStyle style, List<String> cells) {
        this.field = field;
        this.style = style;
        this.cells = cells;
    }

    /** Decides the style of a column of the file, refusing a column that mixes styles. */
    static DateColumn of(Field field, List<CsvRow> rows, Header header, Dataset dataset, String shown) {
        int place = header.place(field);
        List<CsvRow> dated = rows.stream()
                .filter(row -> row.cells().size() == header.cells().size())
                .map(row ->
                        new CsvRow(row.line(), List.of(Cells.trimmed(row.cells().get(place)))))
                .filter(row -> !dataset.isMissing(row.cells().get(0)))
                .toList();
        List<String> cells = dated.stream().map(row -> row.cells().get(0)).toList();
        DateStyle style = mostFitting(cells);
        List<CsvRow> others = new ArrayList<>(dated);
        others.removeIf(row -> style.iso(row.cells().get(0)).isPresent());
        for (CsvRow row : others) {
            styleOf(row.cells().get(0)).ifPresent(other -> {
                throw mixed(shown, row, Header.label(header.cells(), place), style);
            });
        }
        return new DateColumn(field, style, cells);
    }

    /** Returns the date of a trimmed cell as {@code 2012-09-04}; empty where it is no date of the column's style. */
    Optional<String> read(String cell) {
        return style.iso(cell).flatMap(field::read);
    }

    /** Returns what is asked of a cell, for a sentence. */
    String expectation() {
        return "%s as %s".formatted(field.expectation(), style.written());
    }

    /** Returns the style for the table of checks; empty where no cell holds a date. */
    Optional<DateFormat> format() {
        List<String> dates =
                cells.stream().filter(cell -> style.iso(cell).isPresent()).toList();
        int decisive = (int) dates.stream().filter(cell -> fitting(cell) == 1).count();
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateFormat(
                        field.name(), style.written(), style.order().words(), dates.size(), decisive));
    }

    /** Returns how a column that nobody described is written, where it holds dates of one style and nothing else. */
    static Optional<DateFormat> format(String column, List<String> cells) {
        if (cells.isEmpty() || fitting(cells.get(0)) == 0) {
            return Optional.empty();
        }
        DateStyle style = mostFitting(cells);
        int decisive = (int) cells.stream().filter(cell -> fitting(cell) == 1).count();
        return count(style, cells) < cells.size()
                ? Optional.empty()
                : Optional.of(
                        new DateFormat(column, style.written(), style.order().words(), cells.size(), decisive));
    }

    private static DateStyle mostFitting(List<String> cells) {
        // The first of equals: reduce keeps what it has unless the next is better.
        return DateStyle.all().stream()
                .reduce((best, next) -> count(next, cells) > count(best, cells) ? next : best)
                .orElseThrow();
    }

    private static long count(DateStyle style, List<String> cells) {
        return cells.stream().filter(cell -> style.iso(cell).isPresent()).count();
    }

    private static long fitting(String cell) {
        return DateStyle.all().stream()
                .filter(style -> style.iso(cell).isPresent())
                .count();
    }

    private static Optional<DateStyle> styleOf(String cell) {
        return DateStyle.all().stream()
                .filter(style -> style.iso(cell).isPresent())
                .findFirst();
    }

    private static DataException mixed(String shown, CsvRow row, String column, DateStyle style) {
        return DataException.atCell(
                shown,
                row.line(),
                column,
                "%s where others are written %s"
                        .formatted(Excerpt.quoted(row.cells().get(0)), style.written()),
                "one way to write dates in the whole column, since day and month may else be exchanged",
                "write all of them as yyyy-mm-dd");
    }
}
