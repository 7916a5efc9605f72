package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.DataSource.Origin;

class ComparisonTest {
    private static final DataSource PUBLISHED = new DataSource(Origin.ORIGINAL, 6, "customers");

    @ParameterizedTest
    @CsvSource({
        "0.55, .5539, 'yes, to 2 decimals', 0.55",
        "0.55, .5551, 'no, to 2 decimals', 0.56",
        "0.550, .5539, 'no, to 3 decimals', 0.554",
        "5, 5.4, 'yes, as a whole number', 5",
        "0.6, .55, 'yes, to 1 decimal', 0.6",
        "'44,448.5', 44448.4551, 'yes, to 1 decimal', '44,448.5'",
        "44448.46, 44448.4551, 'yes, to 2 decimals', '44,448.46'",
        "-0.12, -.123, 'yes, to 2 decimals', -0.12",
        "\u22120.12, -.123, 'yes, to 2 decimals', -0.12",
        ".5, .51, 'yes, to 1 decimal', 0.5"
    })
    void isTheSameWhereOursRoundsToWhatWasPublished(String published, double ours, String same, String shown) {
        Comparison comparison = Comparison.of(PUBLISHED).row("figure", published, ours, "because");

        assertThat(comparison.toTable().rows().get(0)).containsExactly("figure", published, shown, same, "because");
    }

    @Test
    void allowsAToleranceThatItShows() {
        Comparison comparison = Comparison.of(PUBLISHED)
                .row("at the bound", "0.50", .5 + .0625, .0625, "")
                .row("beyond it", "100", 103, 2, "another seed");

        assertThat(comparison.toTable().toText()).isEqualTo("""
                Published and found here
                what          published    ours  the same            why
                ------------  ---------  ------  ------------------  ------------
                at the bound       0.50  0.5625  yes, within 0.0625
                beyond it           100     103  no, within 2        another seed""");
        assertThat(comparison.sentence()).isEqualTo("1 of 2 published figures is the same.");
    }

    @Test
    void comparesWordsButForCaseAndSpaces() {
        Comparison comparison = Comparison.of(PUBLISHED)
                .row("k by", "Elbow  rule ", "elbow rule", "")
                .row("k", "a", "b", "c");

        assertThat(comparison.toTable().rows()).extracting(row -> row.get(3)).containsExactly("yes", "no");
    }

    @Test
    void wantsAReasonForADifference() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(PUBLISHED).row("k", "6", 5, " "))
                .withMessage("k is 5 here and 6 as published; say why they are not the same");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORIGINAL")
    void givesOtherRowsAsTheReasonForADifferenceThatNeedsNoneOnThePublishedFile(Origin origin) {
        Comparison comparison = Comparison.of(new DataSource(origin, 6, "customers"))
                .row("same", "6", 6, "")
                .row("unsaid", "6", 5, " ")
                .row("said", "6", 5, "another seed");

        assertThat(comparison.toTable().rows())
                .extracting(row -> row.get(4))
                .containsExactly("", "other rows than those of the published file", "another seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"about 5", "", "1e3", "1,00", "5 %", "."})
    void rejectsAPublishedFigureThatIsNone(String published) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(PUBLISHED).row("k", published, 5, "x"))
                .withMessageContaining("got '%s'; give words as words".formatted(published));
    }

    @Test
    void rejectsWhatIsNoFigureOfOursAndNoTolerance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(PUBLISHED).row("k", "5", Double.NaN, "x"))
                .withMessage("k is NaN here; a figure is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(PUBLISHED).row("k", "5", 5, -1, "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(PUBLISHED).row("k", "5", 5, Double.POSITIVE_INFINITY, "x"));
    }
}
