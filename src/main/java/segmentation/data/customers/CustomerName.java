package segmentation.data.customers;

import java.math.BigDecimal;
import java.util.Optional;
import segmentation.data.dataset.FieldType;

/**
 * A customer's name in the order that people expect: numbers by their value, then text by its characters.
 *
 * @param text the name as the file writes it
 * @param number its value; empty where it is no number
 */
public record CustomerName(String text, Optional<BigDecimal> number) implements Comparable<CustomerName> {

    /** Tells customers apart by this text. */
    public static CustomerName of(String text) {
        return new CustomerName(text, FieldType.NUMBER.normalised(text).map(BigDecimal::new));
    }

    @Override
    public int compareTo(CustomerName other) {
        if (number.isPresent() && other.number.isPresent()) {
            int byValue = number.get().compareTo(other.number.get());
            return byValue != 0 ? byValue : text.compareTo(other.text);
        }
        return number.isPresent() == other.number.isPresent()
                ? text.compareTo(other.text)
                : number.isPresent() ? -1 : 1;
    }

    /** Says whether two names are one number written in two ways, such as {@code 15} and {@code 015}. */
    public boolean isLike(CustomerName other) {
        // Both are written by FieldType in the one way, so that their scales agree.
        return number.isPresent() && number.equals(other.number);
    }
}
