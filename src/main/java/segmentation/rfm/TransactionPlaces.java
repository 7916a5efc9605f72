package segmentation.rfm;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.csv.CsvRow;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * Where in a file of transactions each column stands that is needed, counted from 0.
 *
 * @param header the header as the file writes it
 * @param customer place of the customer's name
 * @param date place of the date
 * @param factors places of the numbers whose product is the value: the amount, and the quantity where there is one
 * @param order place of the order's number; empty where the file has none
 */
record TransactionPlaces(CsvRow header, int customer, int date, List<Integer> factors, Optional<Integer> order) {
    private static final int MOST_NAMES = 20;

    /** Finds the columns, refusing a header that lacks one or has it twice. */
    static TransactionPlaces of(CsvRow header, TransactionColumns columns, SourceName source) {
        return new TransactionPlaces(
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
