package segmentation.csv;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/**
 * A sheet of an Excel workbook as text: dates as {@code 2024-11-14}, with their time where they have one, percentages with
 * their sign, numbers with up to fifteen digits, of formulas the values that were stored. Rows keep their numbers.
 */
final class Workbook {
    private static final int MOST_ROWS = 1 << 20;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Workbook() {}

    /** Reads the sheet of a name, or the first that is not hidden. */
    static FileBytes table(FileBytes file, Optional<String> wanted) {
        SourceName source = file.source();
        try (InputStream in = file.open();
                ReadableWorkbook book =
                        new ReadableWorkbook(in, new org.dhatim.fastexcel.reader.ReadingOptions(true, true))) {
            List<Sheet> sheets = book.getSheets()
                    .filter(sheet -> wanted.isPresent() || sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            Sheet sheet = sheet(sheets, wanted, source);
            List<String> notes = sheets.size() == 1 || wanted.isPresent()
                    ? List.of()
                    : List.of("The workbook has the sheets %s; %s is read, --sheet names another."
                            .formatted(names(sheets), Excerpt.shortened(sheet.getName())));
            return file.holding(
                    TableText.of(rows(sheet)), "Excel workbook, sheet " + Excerpt.shortened(sheet.getName()), notes);
        } catch (IOException | RuntimeException e) {
            if (e instanceof DataException fault) {
                throw fault;
            }
            throw DataException.inFile(
                    source,
                    "an Excel workbook that is damaged or locked",
                    "a whole one without a password",
                    "save it again");
        }
    }

    private static Sheet sheet(List<Sheet> sheets, Optional<String> wanted, SourceName source) {
        return sheets.stream()
                .filter(sheet -> wanted.map(sheet.getName()::equalsIgnoreCase).orElse(true))
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

    private static List<List<String>> rows(Sheet sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.limit(MOST_ROWS).forEach(row -> {
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of());
                }
                rows.add(cells(row));
            });
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        int filled = row.getCellCount();
        while (filled > 0 && text(row, filled - 1).isEmpty()) {
            filled--;
        }
        return IntStream.range(0, filled).mapToObj(place -> text(row, place)).toList();
    }

    private static String text(Row row, int place) {
        return row.getOptionalCell(place).map(Workbook::text).orElse("");
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
        // Colours, conditions and texts in quotes are no part of the pattern.
        String format = Optional.ofNullable(cell.getDataFormatString())
                .orElse("")
                .replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "");
        BigDecimal value = new BigDecimal(raw);
        if (format.matches("(?i).*([yd]|m.*[ydh]|h).*") && !format.equalsIgnoreCase("General")) {
            return moment(cell);
        }
        return format.contains("%") ? TableText.number(value.multiply(HUNDRED)) + "%" : TableText.number(value);
    }

    private static String moment(Cell cell) {
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.withNano(0).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
