package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import segmentation.csv.CsvRow;
import segmentation.csv.ReadingOptions;
import segmentation.io.SourceName;
import segmentation.rfm.TransactionColumns;
import segmentation.rfm.TransactionFormat;

/** What is asked of transactions, as it is sent to other processes: it makes the same {@link TransactionFormat} there. */
final class TransactionsAsked implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final String[] header;
    private final int headerLine;
    private final char delimiter;
    private final String customer;
    private final String date;
    private final String amount;
    private final @Nullable String quantity;
    private final @Nullable String order;
    private final String[] settings;
    private final Conditions conditions;

    TransactionsAsked(CsvRow header, char delimiter, TransactionColumns columns, ReadingOptions options, String input) {
        this.header = header.cells().toArray(String[]::new);
        this.headerLine = header.line();
        this.delimiter = delimiter;
        this.customer = columns.customer();
        this.date = columns.date();
        this.amount = columns.amount();
        this.quantity = columns.quantity().orElse(null);
        this.order = columns.order().orElse(null);
        this.settings = settings(options).toArray(String[]::new);
        this.conditions = Conditions.of(options.conditions(), header.cells(), input);
    }

    /** Returns what is known of the meaning of cells. */
    private static List<String> settings(ReadingOptions options) {
        List<String> settings = new ArrayList<>();
        options.decimal().ifPresent(sign -> settings.add("decimal " + sign));
        options.thousands().ifPresent(sign -> settings.add("thousands " + sign));
        options.currency().forEach(sign -> settings.add("currency " + sign));
        options.missing().forEach(word -> settings.add("missing " + word));
        options.kept().forEach(word -> settings.add("keep " + word));
        options.dateOrder().ifPresent(word -> settings.add("date-order " + word));
        options.dateFormat().ifPresent(shape -> settings.add("date-format " + shape));
        if (options.hasPercent()) {
            settings.add("percent");
        }
        return settings;
    }

    /** Returns what a line must meet to be read. */
    Conditions conditions() {
        return conditions;
    }

    /** Starts before the first line of an input, or of a part of it, of this name. */
    TransactionFormat format(String source) {
        TransactionColumns columns = new TransactionColumns(
                customer, date, amount, Optional.ofNullable(quantity), Optional.ofNullable(order));
        return TransactionFormat.of(
                new SourceName(source),
                new CsvRow(headerLine, List.of(header)),
                columns,
                ReadingOptions.of(List.of(settings)),
                delimiter);
    }
}
