package segmentation.features;

/**
 * One number that describes a customer.
 *
 * @param name what it is called in pictures and sentences, such as {@code Annual income}; not blank
 * @param unit what it is measured in, such as {@code k$}; empty for a pure number
 */
public record Feature(String name, String unit) {

    /** Throws {@link IllegalArgumentException} where the name is blank. */
    public Feature {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A feature needs a name");
        }
    }

    /** Returns a feature without a unit. */
    public static Feature named(String name) {
        return new Feature(name, "");
    }

    /** Returns name and unit for an axis or a header, such as {@code Annual income (k$)}. */
    public String label() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
