package segmentation.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows from something else than text, written as text in the one way, so that the same door reads them all. */
final class TableText {
    /** Programs that compute with binary numbers show fifteen digits of them. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MOST_ZEROS = 400;

    private static final CSVFormat FORMAT =
            CSVFormat.Builder.create().setRecordSeparator("\n").get();

    private TableText() {}

    /** Returns the rows as UTF-8 separated by commas, all as wide as the widest, the lines of a cell joined. */
    static byte[] of(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), FORMAT)) {
            for (List<String> row : rows) {
                List<String> cells =
                        new ArrayList<>(row.stream().map(TableText::oneLine).toList());
                cells.addAll(Collections.nCopies(width - cells.size(), ""));
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("[\\r\\n]+", " ");
    }

    /** Writes a number plainly, as far as a program shows it; one of too many digits for that with its exponent. */
    static String number(BigDecimal number) {
        BigDecimal shown = number.round(DIGITS).stripTrailingZeros();
        if (Math.abs((long) shown.scale()) > MOST_ZEROS) {
            return shown.toString();
        }
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }
}
