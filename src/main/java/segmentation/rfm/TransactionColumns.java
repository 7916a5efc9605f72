package segmentation.rfm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import segmentation.text.Blanks;

/**
 * The columns of a file of transactions that are needed, as its header names them; case and spaces do not matter.
 *
 * @param customer who bought
 * @param date when, perhaps with the time of day
 * @param amount money for one piece where there is a quantity, else for the whole line
 * @param quantity how many pieces; empty where the amount is that of the line
 * @param order number of the order or receipt that the line belongs to; empty where the file has none
 */
public record TransactionColumns(
        String customer, String date, String amount, Optional<String> quantity, Optional<String> order) {

    /** Throws {@link IllegalArgumentException} where a name is blank, or two are the same. */
    public TransactionColumns {
        List<String> keys = Stream.concat(
                        Stream.of(customer, date, amount), Stream.concat(quantity.stream(), order.stream()))
                .map(Blanks::key)
                .toList();
        if (keys.contains("") || keys.stream().distinct().count() < keys.size()) {
            throw new IllegalArgumentException("Each column must have a name of its own, got %s"
                    .formatted(String.join(", ", names(customer, date, amount, quantity, order))));
        }
    }

    /** Returns the names in the order customer, date, amount, quantity, order. */
    public List<String> names() {
        return names(customer, date, amount, quantity, order);
    }

    private static List<String> names(
            String customer, String date, String amount, Optional<String> quantity, Optional<String> order) {
        return Stream.concat(Stream.of(customer, date, amount), Stream.concat(quantity.stream(), order.stream()))
                .toList();
    }
}
