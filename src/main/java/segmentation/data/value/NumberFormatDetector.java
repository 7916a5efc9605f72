package segmentation.data.value;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segmentation.csv.FileTable;
import segmentation.csv.ReadingOptions;
import segmentation.io.DataException;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/**
 * Finds the decimal sign of a file from its cells.
 *
 * <p>Cells separated by commas have decimal points. Else columns in which at least half of the filled cells may be numbers are
 * looked at: a cell such as {@code 12,5} makes the comma the file's decimal sign, else one such as {@code 12.5} makes it
 * the point. Where there is no such cell, but cells such as {@code 1,234} or {@code 1.234}, the file may mean a thousand
 * or one and a bit, and is refused.
 */
public final class NumberFormatDetector {
    private static final double NUMBER_SHARE = 0.5;
    private static final int GROUP = 3;

    private final String shown;
    private final Map<NumberShape, String> examples = new EnumMap<>(NumberShape.class);
    private final Map<NumberShape, String> columns = new EnumMap<>(NumberShape.class);

    private NumberFormatDetector(String shown) {
        this.shown = shown;
    }

    /** Returns the style that the options ask for, and where they do not, the one that the cells show. */
    public static NumberFormat of(
            FileTable body, char delimiter, ReadingOptions options, MissingValues missing, String shown) {
        return settled(options, delimiter)
                .orElseGet(() -> empty(shown).look(body, options, missing).style(options));
    }

    /** Returns the style where options or delimiter settle it. */
    public static Optional<NumberFormat> settled(ReadingOptions options, char delimiter) {
        return options.decimal()
                .or(() -> options.thousands().filter(sign -> sign == '.').map(sign -> ','))
                .or(() -> options.thousands().filter(sign -> sign == ',').map(sign -> '.'))
                .or(() -> Optional.of('.').filter(sign -> delimiter == ','))
                .map(decimal -> new NumberFormat(decimal, options.thousands(), options.currency()));
    }

    /** Starts before the first cell; {@code shown} is the file's name in sentences. */
    public static NumberFormatDetector empty(String shown) {
        return new NumberFormatDetector(shown);
    }

    /** Returns the style that the cells show, refusing those that can be read in two ways. */
    public NumberFormat style(ReadingOptions options) {
        boolean comma = examples.containsKey(NumberShape.COMMA);
        if (!comma && !examples.containsKey(NumberShape.POINT)) {
            List.of(NumberShape.COMMA_GROUPS, NumberShape.POINT_GROUPS).forEach(this::refuse);
        }
        return new NumberFormat(comma ? ',' : '.', options.thousands(), options.currency());
    }

    /** Looks at a trimmed cell of a column of numbers. */
    public void see(String cell, String column, ReadingOptions options) {
        see(shape(cell, options), cell, column);
    }

    private void see(NumberShape shape, String cell, String column) {
        if (examples.putIfAbsent(shape, cell) == null) {
            columns.put(shape, column);
        }
    }

    private static NumberShape shape(String cell, ReadingOptions options) {
        return NumberShape.of(Currency.removed(cell, options.currency()).replace('\u2212', '-'));
    }

    private NumberFormatDetector look(FileTable body, ReadingOptions options, MissingValues missing) {
        List<String> names = body.header().names();
        for (int column = 0; column < names.size(); column++) {
            look(column, names.get(column), body, options, missing);
        }
        return this;
    }

    private void look(int column, String name, FileTable body, ReadingOptions options, MissingValues missing) {
        NumberParser number = NumberParser.reader('.');
        Map<NumberShape, String> seen = new EnumMap<>(NumberShape.class);
        int filled = 0;
        int others = 0;
        for (int row = 0; row < body.cells().rows(); row++) {
            if (!body.isTelling(row)) {
                continue;
            }
            if (isClear(row, column, body, number) && !missing.contains(number)) {
                filled++;
                seen.computeIfAbsent(number.hasPoint() ? NumberShape.POINT : NumberShape.WHOLE, shape -> number.cell());
                continue;
            }
            String cell = Blanks.trimmed(body.cells().at(row, column));
            if (!missing.contains(cell)) {
                NumberShape shape = shape(cell, options);
                filled++;
                others += shape == NumberShape.OTHER ? 1 : 0;
                seen.putIfAbsent(shape, cell);
            }
        }
        if (filled - others >= NUMBER_SHARE * filled) {
            seen.forEach((shape, cell) -> see(shape, cell, name));
        }
    }

    // A point in front of three digits may group them.
    private static boolean isClear(int row, int column, FileTable body, NumberParser number) {
        return body.cells().isNumber(row, column, number) && number.decimals() != GROUP;
    }

    private void refuse(NumberShape shape) {
        if (!examples.containsKey(shape)) {
            return;
        }
        String ways = shape == NumberShape.COMMA_GROUPS
                ? "--decimal comma or --thousands comma"
                : "--decimal point or --thousands point";
        throw DataException.inFile(
                shown,
                "%s in column %s, which may be a thousand and more or a number with three decimals"
                        .formatted(Excerpt.quoted(examples.get(shape)), Excerpt.shortened(columns.get(shape))),
                "numbers that can be read one way only",
                "say which with " + ways);
    }
}
