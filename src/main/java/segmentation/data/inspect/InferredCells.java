package segmentation.data.inspect;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import segmentation.csv.CsvRow;
import segmentation.data.customers.CellReader;
import segmentation.data.customers.CustomerTableBuilder;
import segmentation.data.customers.Header;
import segmentation.data.customers.RowValidator;
import segmentation.data.customers.ValidatedRows;
import segmentation.data.dataset.Briefing;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Dataset.Published;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.Field.Constraints;
import segmentation.data.dataset.FieldType;
import segmentation.data.value.DatePattern;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberFormat.NumberCell;
import segmentation.data.value.NumberParser;
import segmentation.data.value.TimeOfDay;
import segmentation.data.value.YesNo;
import segmentation.text.Blanks;

/**
 * Reads cells as the columns of the file itself suggest; only ids and features can make a row useless, or that it is
 * ragged.
 */
final class InferredCells implements CellReader {
    private static final Constraints REQUIRED =
            new Constraints(true, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());
    private static final String REGION_OR_MISSING = "NA";

    private final FileTable body;
    private final NumberFormat style;
    private final MissingValues missing;
    private final NumberParser number;
    private final Map<String, DatePattern> dates = new HashMap<>();
    private final Map<String, String> hints = new HashMap<>();
    private final Set<String> keepingNa = new HashSet<>();
    private final Set<String> answers = new HashSet<>();
    private final Map<String, Double> medians = new HashMap<>();

    private InferredCells(FileTable body, NumberFormat style, MissingValues missing) {
        this.body = body;
        this.style = style;
        this.missing = missing;
        this.number = NumberParser.reader(style.decimal());
    }

    static InferredCells of(FileTable body, NumberFormat style, MissingValues missing, List<ColumnProfile> columns) {
        InferredCells cells = new InferredCells(body, style, missing);
        columns.forEach(column -> {
            column.dateFormat().ifPresent(format -> cells.dates.put(column.name(), format.style()));
            column.hint().ifPresent(hint -> cells.hints.put(column.name(), " (%s)".formatted(hint.advice())));
            column.yesNo().ifPresent(words -> cells.answers.add(column.name()));
            if (column.keepsNa()) {
                cells.keepingNa.add(column.name());
            }
        });
        return cells;
    }

    /** Takes these numbers, by column, for missing ones. */
    InferredCells imputing(Map<String, Double> known) {
        medians.putAll(known);
        return this;
    }

    /** Returns a row's category in a column, a number in the fewest digits; empty where it is missing. */
    String category(int row, ColumnProfile column) {
        String cell = Blanks.trimmed(body.cells().at(row, column.place()));
        boolean kept = cell.equals(REGION_OR_MISSING) && keepingNa.contains(column.name());
        if (!kept && missing.contains(cell)) {
            return "";
        }
        if (!column.kind().isNumeric()) {
            return cell;
        }
        NumberCell number = style.read(cell);
        return number.isNumber() ? number.value() : "";
    }

    @Override
    public boolean addInstead(Field field, CustomerTableBuilder values) {
        Double median = medians.get(field.name());
        if (median != null) {
            values.addNumber(
                    median, BigDecimal.valueOf(median).stripTrailingZeros().toPlainString());
        }
        return median != null;
    }

    /** Validates all rows, in file order. */
    ValidatedRows rows(Dataset dataset) {
        return RowValidator.validate(dataset, Header.of(dataset), this, body.rows());
    }

    @Override
    public int width(CsvRow row) {
        return body.raggedCells(row.line()).orElse(row.cells().size());
    }

    @Override
    public boolean addUnchecked(int row, int field, CustomerTableBuilder values) {
        boolean plain = body.cells().read(row, field, number) && !missing.contains(number);
        if (plain) {
            values.addNumber(number);
        }
        return plain;
    }

    @Override
    public boolean isMissing(Field field, String cell) {
        boolean kept = cell.equals(REGION_OR_MISSING) && keepingNa.contains(field.name());
        return !kept && missing.contains(cell);
    }

    @Override
    public boolean add(Field field, String cell, CustomerTableBuilder values) {
        switch (field.type()) {
            case TEXT -> values.addText(cell);
            case DATE ->
                Objects.requireNonNull(dates.get(field.name()))
                        .date(TimeOfDay.datePart(cell))
                        .ifPresentOrElse(values::addDay, values::addMissing);
            case INTEGER, NUMBER -> {
                return addNumber(field, cell, values);
            }
        }
        return true;
    }

    private boolean addNumber(Field field, String cell, CustomerTableBuilder values) {
        if (answers.contains(field.name()) && YesNo.value(cell).isPresent()) {
            int answer = YesNo.value(cell).getAsInt();
            values.addNumber(answer, Integer.toString(answer));
            return true;
        }
        NumberCell read = style.read(cell);
        if (read.isNumber()) {
            values.addNumber(Double.parseDouble(read.value()), read.value());
        } else if (!field.constraints().required()) {
            values.addMissing();
        }
        return read.isNumber() || !field.constraints().required();
    }

    @Override
    public String expectation(Field field, String cell) {
        if (!field.isNumeric()) {
            return "a value that tells this customer from others";
        }
        boolean readable = !missing.contains(cell);
        return style.expectation(cell) + (readable ? hints.getOrDefault(field.name(), "") : "");
    }

    /** Describes the columns, those that are features as required. */
    static Dataset dataset(
            String file, int rows, List<ColumnProfile> columns, List<String> wanted, Optional<String> id) {
        String title = title(file);
        Set<String> features = Set.copyOf(wanted);
        return new Dataset(
                title,
                title,
                "customers",
                columns.stream()
                        .map(column -> field(
                                column, features.contains(column.name()), id.equals(Optional.of(column.name())), title))
                        .toList(),
                id,
                List.of(),
                Path.of(""),
                new Published(file, rows, columns.size(), ""),
                List.of(),
                Briefing.NONE);
    }

    private static Field field(ColumnProfile column, boolean feature, boolean id, String file) {
        return Field.named(
                column.name(),
                "Column %s of %s.".formatted(column.name(), file),
                feature && column.yesNo().isPresent() ? FieldType.INTEGER : type(column.kind(), feature, id),
                feature ? REQUIRED : Constraints.none());
    }

    // Ids are kept as they are written: 0012 and 12 are two customers.
    private static FieldType type(ColumnProfile.Kind kind, boolean feature, boolean id) {
        return switch (kind) {
            case WHOLE_NUMBER -> id && !feature ? FieldType.TEXT : FieldType.INTEGER;
            case NUMBER -> id && !feature ? FieldType.TEXT : FieldType.NUMBER;
            case DATE -> id ? FieldType.TEXT : FieldType.DATE;
            case TEXT, EMPTY -> FieldType.TEXT;
        };
    }

    private static String title(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
