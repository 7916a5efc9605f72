package segmentation.data.customers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segmentation.data.value.DateFormat;

/**
 * How a file turned out to be written; nothing here changes what was read.
 *
 * @param encoding name of its character encoding; empty for a table in memory
 * @param encodingReason why it was guessed, in a clause; empty where the file says it
 * @param delimiter name of what separates its cells: comma, tab, semicolon or pipe; empty for a table in memory
 * @param blankLines how many lines held nothing but blanks
 * @param renamed headers taken for another name of a column, each with the column's name, in column order
 * @param extraColumns headers of the columns that the descriptor does not know
 * @param dates how each column of dates is written, in column order
 */
public record FileFormat(
        String encoding,
        String encodingReason,
        String delimiter,
        int blankLines,
        Map<String, String> renamed,
        List<String> extraColumns,
        List<DateFormat> dates) {

    /** Copies map and lists. */
    public FileFormat {
        renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
        extraColumns = List.copyOf(extraColumns);
        dates = List.copyOf(dates);
    }

    /** Returns the format of rows that were never in a file. */
    static FileFormat ofATable() {
        return new FileFormat("", "", "", 0, Map.of(), List.of(), List.of());
    }

    /** Returns encoding and delimiter, for a cell. */
    String summary() {
        return encoding.isEmpty() ? "a table in memory" : "%s, separated by %s".formatted(encoding, delimiter);
    }
}
