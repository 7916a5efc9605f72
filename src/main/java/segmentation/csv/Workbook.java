package segmentation.csv;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * A sheet of an Excel workbook as text: dates as {@code 2024-11-14}, with their time where they have one, percentages with
 * their sign, lengths and times of day as {@code 8:30:00}, numbers with up to fifteen digits, of formulas the values that were
 * stored. Rows keep their numbers. Read is the first sheet with two columns and more that is not hidden.
 */
final class Workbook {
    private static final int MOST_ROWS = 1 << 20;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)\\]");
    private static final int SECONDS_OF_A_DAY = 86_400;

    private Workbook() {}

    /** Reads the sheet of a name, or the first table that is not hidden. */
    static FileBytes table(FileBytes file, Optional<String> wanted) {
        SourceName source = file.source();
        try (InputStream in = file.open();
                ReadableWorkbook book =
                        new ReadableWorkbook(in, new org.dhatim.fastexcel.reader.ReadingOptions(true, true))) {
            List<Sheet> sheets = book.getSheets()
                    .filter(sheet -> wanted.isPresent() || sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            Sheet sheet = sheet(sheets, wanted, source);
            Rows rows = Rows.of(sheet);
            if (rows.widest == 0) {
                throw DataException.inFile(
                        source,
                        "the empty sheet " + Excerpt.quoted(sheet.getName()),
                        "a table",
                        "name another of " + names(sheets) + " with --sheet");
            }
            String name = Excerpt.shortened(sheet.getName());
            List<String> notes = rows.notes();
            if (sheets.size() > 1 && wanted.isEmpty()) {
                notes.add(
                        0,
                        "The workbook has the sheets %s; %s is read, --sheet names another."
                                .formatted(names(sheets), name));
            }
            return file.holding(TableText.of(rows.cells), "Excel workbook, sheet " + name, notes);
        } catch (IOException | RuntimeException e) {
            throw e instanceof DataException fault ? fault : damaged(source);
        }
    }

    private static DataException damaged(SourceName source) {
        return DataException.inFile(
                source,
                "an Excel workbook that is damaged or locked",
                "a whole one without a password",
                "save it again");
    }

    private static Sheet sheet(List<Sheet> sheets, Optional<String> wanted, SourceName source) throws IOException {
        List<Sheet> fitting = sheets.stream()
                .filter(sheet -> wanted.map(sheet.getName()::equalsIgnoreCase).orElse(true))
                .toList();
        // A cover page is no table.
        for (Sheet sheet : fitting) {
            if (wanted.isPresent() || fitting.size() == 1 || Rows.of(sheet).widest > 1) {
                return sheet;
            }
        }
        return fitting.stream()
                .findFirst()
                .orElseThrow(() -> DataException.inFile(
                        source,
                        "no sheet called " + wanted.map(Excerpt::quoted).orElse("anything"),
                        "one of " + names(sheets),
                        "name one with --sheet"));
    }

    private static String names(List<Sheet> sheets) {
        return sheets.stream()
                .map(sheet -> Excerpt.shortened(sheet.getName()))
                .limit(20)
                .collect(Collectors.joining(", "));
    }

    /** The rows of a sheet as text, and what was seen on the way. */
    private static final class Rows {
        private final List<List<String>> cells = new ArrayList<>();
        private int widest;
        private int uncomputed;

        static Rows of(Sheet sheet) throws IOException {
            Rows rows = new Rows();
            try (Stream<Row> stream = sheet.openStream()) {
                stream.limit(MOST_ROWS).forEach(rows::add);
            }
            return rows;
        }

        /** Returns a sentence on what is lacking, in a list to add to. */
        List<String> notes() {
            List<String> notes = new ArrayList<>();
            if (uncomputed > 0) {
                notes.add(
                        "Cells with a formula and no stored value: %s; open the workbook in a spreadsheet and save it."
                                .formatted(NumberText.count(uncomputed)));
            }
            return notes;
        }

        private void add(Row row) {
            while (cells.size() < row.getRowNum() - 1) {
                cells.add(List.of());
            }
            List<String> texts = IntStream.range(0, row.getCellCount())
                    .mapToObj(
                            place -> row.getOptionalCell(place).map(this::text).orElse(""))
                    .toList();
            int end = texts.size();
            while (end > 0 && texts.get(end - 1).isEmpty()) {
                end--;
            }
            cells.add(texts.subList(0, end));
            widest = Math.max(
                    widest, (int) texts.stream().filter(text -> !text.isEmpty()).count());
        }

        private String text(Cell cell) {
            boolean formula = cell.getType() == CellType.FORMULA || cell.getFormula() != null;
            uncomputed +=
                    formula && (cell.getRawValue() == null || cell.getRawValue().isEmpty()) ? 1 : 0;
            return Workbook.text(cell);
        }
    }

    private static String text(Cell cell) {
        String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
        boolean number = cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA && raw.matches("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean() ? "TRUE" : "FALSE";
        }
        if (!number) {
            return cell.getType() == CellType.STRING ? cell.asString() : raw;
        }
        String pattern = Optional.ofNullable(cell.getDataFormatString()).orElse("");
        BigDecimal value = new BigDecimal(raw);
        if (ELAPSED.matcher(pattern).find()) {
            return elapsed(value);
        }
        // Colours, conditions and texts in quotes are no part of the pattern.
        String format = pattern.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "");
        if (format.matches("(?i).*([yd]|m.*[ydh]|h).*") && !format.equalsIgnoreCase("General")) {
            boolean timeOnly =
                    value.signum() >= 0 && value.compareTo(BigDecimal.ONE) < 0 && !format.matches("(?i).*[yd].*");
            return timeOnly ? elapsed(value) : moment(cell);
        }
        return format.contains("%") ? TableText.number(value.multiply(HUNDRED)) + "%" : TableText.number(value);
    }

    /** Returns a length or time of day, counted in days, as hours, minutes and seconds. */
    private static String elapsed(BigDecimal days) {
        long seconds = days.abs()
                .multiply(BigDecimal.valueOf(SECONDS_OF_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return "%s%d:%02d:%02d"
                .formatted(days.signum() < 0 ? "-" : "", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String moment(Cell cell) {
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.withNano(0).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
