package segmentation.data.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import segmentation.csv.CsvRow;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.value.DateFormat;
import segmentation.data.value.DatePattern;
import segmentation.data.value.DatePatternDetector;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/**
 * The cells of one column of dates, read in one style that is decided by the whole column.
 *
 * <p>{@link DatePatternDetector} says how. A cell of another style is refused: day and month may have been exchanged in a part of such
 * a column, and no cell by itself shows it.
 */
public final class DateColumn {
    private final Field field;
    private final DatePattern style;
    private final DatePatternDetector tally;

    private DateColumn(Field field, DatePatternDetector tally) {
        this.field = field;
        this.style = tally.style();
        this.tally = tally;
    }

    /** Decides the style of a column of the file, refusing a column that mixes styles. */
    public static DateColumn of(Field field, List<CsvRow> rows, Header header, Dataset dataset, SourceName source) {
        int place = header.place(field);
        List<CsvRow> dated = rows.stream()
                .filter(row -> row.cells().size() == header.cells().size())
                .map(row -> new CsvRow(
                        row.line(), List.of(Blanks.trimmed(row.cells().get(place)))))
                .filter(row -> !dataset.isMissing(row.cells().get(0)))
                .toList();
        DatePatternDetector tally = DatePatternDetector.empty();
        dated.forEach(row -> tally.add(row.cells().get(0)));
        DatePattern style = tally.style();
        List<CsvRow> others = new ArrayList<>(dated);
        others.removeIf(row -> style.iso(row.cells().get(0)).isPresent());
        for (CsvRow row : others) {
            if (DatePattern.isExchangeable(row.cells().get(0))) {
                throw mixed(source, row, Header.label(header.cells(), place), style);
            }
        }
        return new DateColumn(field, tally);
    }

    /** Returns the date of a trimmed cell as {@code 2012-09-04}; empty where it is no date of the column's style. */
    public Optional<String> read(String cell) {
        return style.iso(cell).flatMap(field::read);
    }

    /** Returns what is asked of a cell, for a sentence. */
    public String expectation() {
        return "%s as %s".formatted(field.expectation(), style.written());
    }

    /** Returns the style for the table of checks; empty where no cell holds a date. */
    public Optional<DateFormat> format() {
        return tally.format(field.name());
    }

    /** Returns the fault of a row whose one cell is a date of another style than the column's. */
    public static DataException mixed(SourceName source, CsvRow row, String column, DatePattern style) {
        return DataException.atCell(
                source,
                row.line(),
                column,
                "%s where others are written %s"
                        .formatted(Excerpt.quoted(row.cells().get(0)), style.written()),
                "one way to write dates in the whole column, since day and month may else be exchanged",
                "write all of them as yyyy-mm-dd");
    }
}
