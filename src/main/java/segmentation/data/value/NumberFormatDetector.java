package segmentation.data.value;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import segmentation.csv.ReadingOptions;
import segmentation.csv.TextGrid;
import segmentation.io.DataException;
import segmentation.io.SourceName;
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

    private final SourceName source;
    private final ReadingOptions options;
    private final MissingValues missing;
    private final Map<NumberShape, String> examples = new EnumMap<>(NumberShape.class);
    private final NumberFormat bare;
    private final Map<NumberShape, String> columns = new EnumMap<>(NumberShape.class);

    private NumberFormatDetector(SourceName source, ReadingOptions options, MissingValues missing) {
        this.source = source;
        this.options = options;
        this.missing = missing;
        this.bare = new NumberFormat('.', Optional.empty(), options.currency(), options.hasPercent());
    }

    /** Starts before the first cell. */
    public static NumberFormatDetector of(SourceName source, ReadingOptions options, MissingValues missing) {
        return new NumberFormatDetector(source, options, missing);
    }

    /** The first cells of each shape in a stretch of the file and their columns, to be sent to another process. */
    public record Seen(HashMap<String, String> cells, HashMap<String, String> columns) implements Serializable {}

    /** Returns what the cells showed so far. */
    public Seen seen() {
        Seen seen = new Seen(new HashMap<>(), new HashMap<>());
        examples.forEach((shape, cell) -> seen.cells.put(shape.name(), cell));
        columns.forEach((shape, column) -> seen.columns.put(shape.name(), column));
        return seen;
    }

    /** Takes the cells of a stretch that stands behind those so far. */
    public void see(Seen later) {
        later.cells.forEach((shape, cell) ->
                see(NumberShape.valueOf(shape), cell, Objects.requireNonNull(later.columns.get(shape))));
    }

    /** Returns the format where options or delimiter settle it. */
    public static Optional<NumberFormat> settled(ReadingOptions options, char delimiter) {
        return options.decimal()
                .or(() -> options.thousands().filter(sign -> sign == '.').map(sign -> ','))
                .or(() -> options.thousands().filter(sign -> sign == ',').map(sign -> '.'))
                .or(() -> Optional.of('.').filter(sign -> delimiter == ','))
                .map(decimal ->
                        new NumberFormat(decimal, options.thousands(), options.currency(), options.hasPercent()));
    }

    /** Returns the format that the cells show, refusing those that can be read in two ways. */
    public NumberFormat format() {
        boolean comma = examples.containsKey(NumberShape.COMMA);
        if (!comma && !examples.containsKey(NumberShape.POINT)) {
            List.of(NumberShape.COMMA_GROUPS, NumberShape.POINT_GROUPS).forEach(this::refuse);
        }
        return new NumberFormat(comma ? ',' : '.', options.thousands(), options.currency(), options.hasPercent());
    }

    /** Looks at a trimmed cell of a column of numbers. */
    public void see(String column, String cell) {
        if (!missing.contains(cell)) {
            see(shape(cell), cell, column);
        }
    }

    private void see(NumberShape shape, String cell, String column) {
        if (examples.putIfAbsent(shape, cell) == null) {
            columns.put(shape, column);
        }
    }

    private NumberShape shape(String cell) {
        return NumberShape.of(bare.bare(cell));
    }

    /** Looks at the cells of a column of any kind, in the rows that tell what it holds. */
    public void see(String name, TextGrid cells, int column, IntPredicate telling) {
        NumberParser number = NumberParser.reader('.');
        Map<NumberShape, String> seen = new EnumMap<>(NumberShape.class);
        int filled = 0;
        int others = 0;
        for (int row = 0; row < cells.rows(); row++) {
            if (!telling.test(row)) {
                continue;
            }
            if (isClear(cells, row, column, number) && !missing.contains(number)) {
                filled++;
                seen.computeIfAbsent(number.hasPoint() ? NumberShape.POINT : NumberShape.WHOLE, shape -> number.cell());
                continue;
            }
            String cell = Blanks.trimmed(cells.at(row, column));
            if (!missing.contains(cell)) {
                NumberShape shape = shape(cell);
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
    private static boolean isClear(TextGrid cells, int row, int column, NumberParser number) {
        return cells.read(row, column, number) && number.decimals() != GROUP;
    }

    private void refuse(NumberShape shape) {
        if (!examples.containsKey(shape)) {
            return;
        }
        String ways = shape == NumberShape.COMMA_GROUPS
                ? "--decimal comma or --thousands comma"
                : "--decimal point or --thousands point";
        throw DataException.inFile(
                source,
                "%s in column %s, which may be a thousand and more or a number with three decimals"
                        .formatted(
                                Excerpt.quoted(examples.get(shape)),
                                Excerpt.shortened(Objects.requireNonNull(columns.get(shape)))),
                "numbers that can be read one way only",
                "say which with " + ways);
    }

    /** Says whether a trimmed cell is a number in one format or another. */
    public static boolean isNumber(String cell) {
        return NumberShape.of(cell) != NumberShape.OTHER;
    }

    /** What a cell says of the decimal sign of its file. */
    private enum NumberShape {
        /** A whole number without any sign between its digits. */
        WHOLE(""),

        /** A point that can only be a decimal sign, as in {@code 12.5}; also {@code 1,234.5}. */
        POINT("[+-]?(\\d+(,\\d{3})*)?\\.\\d*([eE][+-]?\\d+)?"),

        /** A comma that can only be a decimal sign, as in {@code 12,5}; also {@code 1.234,5}. */
        COMMA("[+-]?(\\d+(\\.\\d{3})*)?,\\d*([eE][+-]?\\d+)?"),

        /** Points that may group digits or mark decimals, as in {@code 1.234}. */
        POINT_GROUPS("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+"),

        /** Commas that may group digits or mark decimals, as in {@code 1,234}. */
        COMMA_GROUPS("[+-]?[1-9]\\d{0,2}(,\\d{3})+"),

        /** No number. */
        OTHER("");

        private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");
        private final Pattern pattern;

        NumberShape(String expression) {
            this.pattern = Pattern.compile(expression);
        }

        /** Returns the shape of a trimmed cell. */
        static NumberShape of(String cell) {
            boolean point = cell.indexOf('.') >= 0;
            boolean comma = cell.indexOf(',') >= 0;
            if (!point && !comma) {
                return DIGITS.matcher(cell).matches() ? WHOLE : OTHER;
            }
            for (NumberShape shape : new NumberShape[] {POINT_GROUPS, COMMA_GROUPS, POINT, COMMA}) {
                if (shape.pattern.matcher(cell).matches() && cell.chars().anyMatch(Character::isDigit)) {
                    return shape;
                }
            }
            return OTHER;
        }
    }
}
