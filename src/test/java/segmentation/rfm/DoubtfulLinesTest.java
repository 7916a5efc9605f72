package segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.csv.CsvRow;

/** What people are asked of lines that may be no purchases, or of no one customer. */
class DoubtfulLinesTest {

    @Test
    void countsTheLinesOfEachStateThatUndoesAPurchase() {
        DoubtfulLines lines = below("card", "Order status");

        see(lines, "A", "refunded");
        see(lines, "B", "paid");
        see(lines, "B", " refunded ");
        see(lines, "C", "Cancelled");

        assertThat(lines.notes())
                .containsExactly(
                        "\"Cancelled\" of Order status: 1 line, counted like any other; are they purchases?"
                                + " --where \"Order status != Cancelled\" leaves them out.",
                        "\"refunded\" of Order status: 2 lines, counted like any other; are they purchases?"
                                + " --where \"Order status != refunded\" leaves them out.");
    }

    @Test
    void countsWhatAColumnNamedForReturnsAnswersWithYes() {
        DoubtfulLines lines = below("card", "is_refund");

        List.of("1", "0", "yes", "no", "yes", "", "2", "perhaps").forEach(cell -> see(lines, "A", cell));

        assertThat(lines.seen()).isEqualTo(Map.of(1, Map.of("1", 1, "yes", 2)));
    }

    @Test
    void leavesOtherColumnsAlone() {
        DoubtfulLines lines = below("card", "comment", "paid");

        see(lines, "A", "refunded", "1");

        assertThat(lines.seen()).isEmpty();
        assertThat(lines.notes()).isEmpty();
    }

    @Test
    void goesOnCountingWhatItKnowsWhereAColumnHasTooManyValues() {
        DoubtfulLines lines = below("card", "currency");
        IntStream.rangeClosed(1, 1_500).forEach(number -> see(lines, "A", "C%04d".formatted(number)));

        see(lines, "A", "C0001");
        see(lines, "A", "C1500");

        assertThat(lines.seen().get(1)).hasSize(1_000).containsEntry("C0001", 2).doesNotContainKey("C1500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Guest", "walk-in customer", "розничный покупатель", "散客"})
    void asksAboutANameOfNobody(String name) {
        DoubtfulLines lines = below("card", "paid");

        see(lines, name, "1");
        see(lines, " " + name, "1");
        see(lines, "Guestner", "1");
        see(lines, "", "1");
        see(lines, "17850", "1");

        assertThat(lines.notes())
                .containsExactly(
                        "\"%s\" of card: 2 lines, taken for one customer; --where \"card != %s\" leaves them out."
                                .formatted(name, name));
    }

    @Test
    void asksAboutCurrenciesOnlyWhereThereAreSeveral() {
        DoubtfulLines lines = below("card", "currency");

        see(lines, "A", "EUR");
        see(lines, "A", "");
        see(lines, "A", "EUR");

        assertThat(lines.notes()).isEmpty();

        see(lines, "A", "USD");
        assertThat(lines.notes())
                .containsExactly("currency holds EUR (2 lines), USD (1 line), added up as if they were one;"
                        + " --where \"currency = EUR\" takes one.");
    }

    @Test
    void showsFourCurrenciesAndTakesTheMostFrequent() {
        DoubtfulLines four = below("card", "currency");
        List.of("CHF", "EUR", "GBP", "USD", "USD").forEach(cell -> see(four, "A", cell));
        assertThat(four.notes())
                .singleElement()
                .asString()
                .contains("USD (2 lines), added up")
                .endsWith("--where \"currency = USD\" takes one.");

        see(four, "A", "YEN");

        assertThat(four.notes()).singleElement().asString().contains("USD (2 lines) and more, added up");
    }

    @Test
    void asksAboutFiveAtMost() {
        DoubtfulLines lines = below("card", "status");

        IntStream.rangeClosed(1, 7).forEach(i -> see(lines, "A", "void " + i));

        assertThat(lines.notes()).hasSize(5).allMatch(note -> note.startsWith("\"void "));
    }

    @Test
    void remembersAThousandValuesOfAColumn() {
        DoubtfulLines lines = below("card", "currency");

        IntStream.range(0, 1200).forEach(i -> see(lines, "A", "c" + i));

        assertThat(lines.seen().get(1)).hasSize(1000).containsEntry("c999", 1).doesNotContainKey("c1000");
    }

    @Test
    void addsUpStretchesAsIfTheyWereOne() {
        DoubtfulLines one = below("card", "status");
        DoubtfulLines other = below("card", "status");
        see(one, "guest", "void");
        see(other, "guest", "void");
        see(other, "guest", "returned");

        one.see(new TreeMap<>(other.seen()));

        assertThat(one.seen()).isEqualTo(Map.of(0, Map.of("guest", 3), 1, Map.of("returned", 1, "void", 2)));
    }

    private static DoubtfulLines below(String... header) {
        return DoubtfulLines.below(new CsvRow(1, List.of(header)), 0);
    }

    private static void see(DoubtfulLines lines, String... cells) {
        lines.see(new CsvRow(2, List.of(cells)));
    }
}
