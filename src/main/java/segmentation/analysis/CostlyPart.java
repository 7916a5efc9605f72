package segmentation.analysis;

import java.util.Arrays;
import java.util.Optional;

/** A part of the work that takes longer than all the rest, so that it can be left out. */
public enum CostlyPart {
    /** Both gap statistics. */
    GAP("gap", "the gap statistic"),
    /** The prediction strength of every k. */
    PREDICTION_STRENGTH("prediction-strength", "the prediction strength"),
    /** Whether the segments come back in resamples. */
    STABILITY("stability", "the stability in resamples"),
    /** Whether data without groups does as well. */
    NULL("null", "the comparison with data without groups");

    private final String word;
    private final String noun;

    CostlyPart(String word, String noun) {
        this.word = word;
        this.noun = noun;
    }

    /** Returns the part of a word, if there is one. */
    public static Optional<CostlyPart> named(String word) {
        return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
    }

    /** Returns the word for it, such as {@code prediction-strength}. */
    public String word() {
        return word;
    }

    /** Returns what it is within a sentence. */
    public String noun() {
        return noun;
    }
}
