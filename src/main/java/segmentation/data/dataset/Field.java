package segmentation.data.dataset;

import java.util.List;
import java.util.Optional;

/**
 * One column of a dataset, as its descriptor describes it.
 *
 * @param name header in the published file, such as {@code Annual Income (k$)}
 * @param title what to call it in pictures and sentences, such as {@code Annual income}
 * @param noun what to call it within a sentence or a segment's name, such as {@code income}
 * @param description what it means, in a sentence or two
 * @param unit what it is measured in, such as {@code k$}; empty for none
 * @param type kind of value
 * @param synonyms other headers seen for the same column; compared, as the name is, without case and spaces
 * @param constraints what is asked of each value
 */
public record Field(
        String name,
        String title,
        String noun,
        String description,
        String unit,
        FieldType type,
        List<String> synonyms,
        Constraints constraints) {

    /** Copies the list. */
    public Field {
        synonyms = List.copyOf(synonyms);
    }

    /** Returns title and unit for an axis or a header, such as {@code Annual income (k$)}. */
    public String label() {
        return unit.isEmpty() ? title : "%s (%s)".formatted(title, unit);
    }

    /** Says whether the values are numbers. */
    public boolean isNumeric() {
        return type.isNumeric();
    }

    /**
     * Reads a cell that is trimmed and not missing.
     *
     * @return the one way to write its value; empty where it breaks the type, the range or the allowed values
     */
    public Optional<String> read(String cell) {
        return type.normalised(cell)
                .filter(value -> !isNumeric() || constraints.admits(Double.parseDouble(value)))
                .flatMap(constraints::spelled);
    }

    /** Returns what is asked of a value, for a sentence. */
    public String expectation() {
        return constraints.expectation(type.noun());
    }
}
