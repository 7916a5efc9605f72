package segmentation.data.dataset;

import segmentation.text.NumberText;

/**
 * Where the rows of a table came from, and how to say so.
 *
 * @param origin which of the places
 * @param rows number of rows that were kept
 * @param population what the rows are, in the plural, such as {@code mall customers}
 */
public record DataSource(Origin origin, int rows, String population) {

    /** The places that rows come from. */
    public enum Origin {
        /** A file given by hand, other than the published one. */
        GIVEN,

        /** The published file: the content is the same, wherever it was found and however it is written. */
        ORIGINAL,

        /** A file of somebody's own that no descriptor knows. */
        OWN,

        /** A file found where the published one was expected, with other content. */
        ALTERED,

        /** A table in memory that no descriptor knows. */
        TABLE,

        /** The synthetic file that the project brings along. */
        STAND_IN
    }

    /** Returns one sentence to put at the top of a notebook or a report; it names no path. */
    public String sentence() {
        String customers = NumberText.count(rows) + " " + population;
        return switch (origin) {
            case GIVEN -> "Data: %s from a file given by hand; this is not the published file.".formatted(customers);
            case OWN -> "Data: %s from a file of your own.".formatted(customers);
            case TABLE -> "Data: %s from a table in memory.".formatted(customers);
            case ORIGINAL -> "Data: the published file of %s.".formatted(customers);
            case ALTERED ->
                "Data: %s from an altered copy; this is not the published file, and figures may differ from those quoted in the text."
                        .formatted(customers);
            case STAND_IN ->
                "Data: the synthetic stand-in bundled with the project, not the published file; figures differ"
                        + " slightly from those quoted in the text.";
        };
    }
}
