package segmentation.app;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A part of the work that takes longer than all the rest, so that it can be left out. */
enum CostlyPart {
    GAP("gap", "the gap statistic"),
    PREDICTION_STRENGTH("prediction-strength", "the prediction strength"),
    STABILITY("stability", "the stability in resamples"),
    NULL("null", "the comparison with shuffled data");

    private final String word;
    private final String noun;

    CostlyPart(String word, String noun) {
        this.word = word;
        this.noun = noun;
    }

    /** Returns the part of that word; {@link IllegalArgumentException} names all where there is none. */
    static CostlyPart named(String option, String word) {
        return Arrays.stream(values())
                .filter(part -> part.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s takes %s, got '%s'"
                        .formatted(
                                option,
                                Arrays.stream(values()).map(part -> part.word).collect(Collectors.joining(", ")),
                                word)));
    }

    /** Returns the word for it on the command line. */
    String word() {
        return word;
    }

    /** Returns what it is within a sentence. */
    String noun() {
        return noun;
    }
}
