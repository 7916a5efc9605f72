package segmentation.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.csv.CsvRow;
import segmentation.data.customers.DateColumn;
import segmentation.data.customers.RowIssue;
import segmentation.data.value.DatePattern;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberFormat.NumberCell;
import segmentation.data.value.ReadingHint;
import segmentation.data.value.TimeOfDay;
import segmentation.data.value.TotalWords;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/** Reads line after line of a file of transactions, once it is known how its dates are written. */
public final class TransactionParser {
    private static final Pattern CANCELLED = Pattern.compile("[Cc][-_ ]?\\d+");
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    private static final long MICROS_OF_A_DAY = 86_400_000_000L;

    private final Places places;
    private final Cells cells;
    private String lastDay = "";
    private Optional<LocalDate> lastDate = Optional.empty();

    /**
     * How the cells of a file of transactions are written.
     *
     * @param source the file's name in sentences
     * @param dates the style of its dates
     * @param numbers the style of its numbers
     * @param missing what stands for a missing value
     */
    record Cells(SourceName source, DatePattern dates, NumberFormat numbers, MissingValues missing) {}

    private TransactionParser(Places places, Cells cells) {
        this.places = places;
        this.cells = cells;
    }

    /** Starts before the first line. */
    static TransactionParser of(Places places, Cells cells) {
        return new TransactionParser(places, cells);
    }

    /** Reads a line, refusing a date of another style than the column's. */
    public TransactionLine read(CsvRow row) {
        int found = row.cells().size();
        int expected = places.header().cells().size();
        if (found != expected) {
            return bad(row, Math.min(found, expected), found + " cells", expected + " as in the header");
        }
        String cell = places.cell(row, places.date());
        String day = TimeOfDay.datePart(cell);
        Optional<LocalDate> date = date(row, day);
        String customer = places.cell(row, places.customer());
        boolean total = cell.isEmpty() && TotalWords.isTotal(customer);
        if (total || cells.missing().contains(customer)) {
            return new TransactionLine.Nobody(date.orElse(LocalDate.MIN));
        }
        OptionalLong time = TimeOfDay.micros(cell.substring(day.length()));
        return date.isEmpty() || time.isEmpty()
                ? bad(
                        row,
                        places.date(),
                        "a date as %s, perhaps with a time as 8:26%s"
                                .formatted(cells.dates().written(), dateHint(day)))
                : dated(
                        row,
                        date.get(),
                        date.get().toEpochDay() * MICROS_OF_A_DAY
                                + cells.dates().micros(day)
                                + time.getAsLong());
    }

    private TransactionLine dated(CsvRow row, LocalDate date, long moment) {
        BigDecimal value = BigDecimal.ONE;
        boolean returned = false;
        for (int place : places.factors()) {
            Optional<BigDecimal> factor = number(places.cell(row, place));
            if (factor.isEmpty()) {
                return bad(row, place, expected(places.cell(row, place)));
            }
            returned |= factor.get().signum() < 0;
            value = value.multiply(factor.get().abs());
        }
        Optional<String> order = places.order().map(place -> places.cell(row, place));
        if (order.filter(cells.missing()::contains).isPresent()) {
            return bad(row, places.order().orElseThrow(), "the number of an order");
        }
        boolean cancelled =
                order.filter(number -> CANCELLED.matcher(number).matches()).isPresent();
        return new TransactionLine.Transaction(
                places.cell(row, places.customer()),
                date,
                moment,
                order,
                returned || cancelled ? value.negate() : value,
                cancelled && !returned);
    }

    /** Says what a number needs, and with which options this one would be read, if with any. */
    private String expected(String cell) {
        return cells.numbers().expectation("") + " below 10^15"
                + ReadingHint.of(Map.of(cell, 1), cells.numbers())
                        .map(hint -> " (" + hint.advice() + ")")
                        .orElse("");
    }

    /** Names the way to write dates that must be asked for, where digits may be of it. */
    private static String dateHint(String day) {
        if (day.matches("1\\d{9}(\\d{3})?")) {
            return " (for seconds since 1970 say --date-format unix)";
        }
        String shapes = Stream.of("ddmmyyyy", "mmddyyyy")
                .filter(shape -> day.matches("\\d{7,8}")
                        && DatePattern.written(shape).date(day).isPresent())
                .collect(Collectors.joining(" or "));
        return shapes.isEmpty() ? "" : " (or say --date-format %s)".formatted(shapes);
    }

    private Optional<LocalDate> date(CsvRow row, String day) {
        // Lines of one day follow each other in most files.
        if (!day.equals(lastDay)) {
            lastDay = day;
            lastDate = cells.dates().date(day);
            if (lastDate.isEmpty() && DatePattern.isExchangeable(day)) {
                throw DateColumn.mixed(
                        cells.source(),
                        new CsvRow(row.line(), List.of(day)),
                        places.label(places.date()),
                        cells.dates());
            }
        }
        return lastDate;
    }

    private Optional<BigDecimal> number(String cell) {
        return Optional.of(cells.numbers().read(cell))
                .filter(NumberCell::isNumber)
                .map(number -> new BigDecimal(number.value()))
                .filter(number -> number.abs().compareTo(LIMIT) < 0);
    }

    private TransactionLine bad(CsvRow row, int place, String expected) {
        return bad(row, place, Excerpt.quoted(row.cells().get(place)), expected);
    }

    private TransactionLine bad(CsvRow row, int place, String found, String expected) {
        return new TransactionLine.Bad(new RowIssue(row.line(), places.label(place), found, expected));
    }

    /**
     * Where in a file of transactions each column stands that is needed, counted from 0.
     *
     * @param header the header as the file writes it
     * @param customer place of the customer's name
     * @param date place of the date
     * @param factors places of the numbers whose product is the value: the amount, and the quantity where there is one
     * @param order place of the order's number; empty where the file has none
     */
    record Places(CsvRow header, int customer, int date, List<Integer> factors, Optional<Integer> order) {
        private static final int MOST_NAMES = 20;

        /** Finds the columns, refusing a header that lacks one or has it twice. */
        static Places of(CsvRow header, TransactionColumns columns, SourceName source) {
            return new Places(
                    header,
                    place(header, columns.customer(), source),
                    place(header, columns.date(), source),
                    Stream.concat(Stream.of(columns.amount()), columns.quantity().stream())
                            .map(name -> place(header, name, source))
                            .toList(),
                    columns.order().map(name -> place(header, name, source)));
        }

        /** Returns a cell of a row without padding. */
        String cell(CsvRow row, int place) {
            return Blanks.trimmed(row.cells().get(place));
        }

        /** Returns a column's name for a sentence. */
        String label(int place) {
            return header.label(place);
        }

        private static int place(CsvRow header, String name, SourceName source) {
            List<Integer> exact = places(header, Blanks.trimmed(name), Blanks::trimmed);
            List<Integer> found = exact.isEmpty() ? places(header, Blanks.key(name), Blanks::key) : exact;
            if (found.isEmpty()) {
                throw DataException.atLine(
                        source,
                        header.line(),
                        "no column called %s, only %s".formatted(Excerpt.shortened(name), names(header)),
                        "it in the header",
                        "correct the name");
            }
            if (found.size() > 1) {
                throw DataException.atCell(
                        source,
                        header.line(),
                        Excerpt.shortened(name),
                        "this header twice (columns %d and %d)".formatted(found.get(0) + 1, found.get(1) + 1),
                        "it once",
                        "rename or remove one");
            }
            return found.get(0);
        }

        private static List<Integer> places(CsvRow header, String wanted, UnaryOperator<String> form) {
            return IntStream.range(0, header.cells().size())
                    .filter(place -> form.apply(header.cells().get(place)).equals(wanted))
                    .boxed()
                    .toList();
        }

        private static String names(CsvRow header) {
            int size = header.cells().size();
            int more = size - MOST_NAMES;
            return IntStream.range(0, Math.min(MOST_NAMES, size))
                            .mapToObj(header::label)
                            .collect(Collectors.joining(", "))
                    + (more > 0 ? " and %s more".formatted(NumberText.count(more)) : "");
        }
    }
}
