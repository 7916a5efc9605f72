package segmentation.features;

import java.util.Locale;

/**
 * One number that describes a customer.
 *
 * @param name what it is called on axes and in headers, such as {@code Annual income}; not blank
 * @param unit what it is measured in, such as {@code k$}; empty for a pure number
 * @param noun what it is called within a sentence or a segment's name, such as {@code income}; not blank
 * @param column what the customer file calls the column that it was read from, such as {@code Annual Income (k$)}
 */
public record Feature(String name, String unit, String noun, String column) {

    /** Throws {@link IllegalArgumentException} where the name or the noun is blank. */
    public Feature {
        if (name.isBlank() || noun.isBlank()) {
            throw new IllegalArgumentException("A feature needs a name and a noun");
        }
    }

    /** Names a feature that was not read from a file, or from a column of its own name. */
    public Feature(String name, String unit, String noun) {
        this(name, unit, noun, name);
    }

    /** Names such a feature whose noun is its name in lower case. */
    public Feature(String name, String unit) {
        this(name, unit, name.toLowerCase(Locale.ROOT));
    }

    /** Returns a feature without a unit. */
    public static Feature named(String name) {
        return new Feature(name, "");
    }

    /** Returns the same feature in another unit. */
    public Feature withUnit(String other) {
        return new Feature(name, other, noun, column);
    }

    /**
     * Returns name and unit for an axis or a header, such as {@code Annual income (k$)}; a name that ends in its unit goes
     * without, as {@code Total purchases} does.
     */
    public String label() {
        boolean said = name.toLowerCase(Locale.ROOT).endsWith(unit.toLowerCase(Locale.ROOT));
        return said ? name : name + " (" + unit + ")";
    }
}
