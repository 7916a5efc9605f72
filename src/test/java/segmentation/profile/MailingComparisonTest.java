package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.profile.MailingComparison.Mailing;

class MailingComparisonTest {
    private static final double[] ACCEPTED = {1, 1, 0, 0, 1, 0, 0, 0};
    private static final MailingComparison COMPARISON = MailingComparison.of(ACCEPTED, 3, 11)
            .with("all", row -> true)
            .with("first four", row -> row < 4)
            .with("nobody", row -> false);

    @Test
    void matchesAHandWorkedExample() {
        Mailing all = COMPARISON.mailings().get(0);
        Mailing first = COMPARISON.mailings().get(1);

        assertThat(all.answers()).isEqualTo(3);
        assertThat(all.net()).isEqualTo(3 * 11 - 8 * 3);
        assertThat(first.chosen()).containsExactly(0, 1, 2, 3);
        assertThat(first.net()).isEqualTo(2 * 11 - 4 * 3);
        assertThat(first.netInterval().contains(first.net())).isTrue();
        assertThat(first.netInterval().low()).isBetween(-12.0, 0.0); // with none or one of two acceptances drawn
        assertThat(first.share().low()).isCloseTo(.150, within(1e-3)); // Wilson's interval of 2 in 4
        assertThat(first.share().high()).isCloseTo(.850, within(1e-3));
        assertThat(COMPARISON.breakEven()).isCloseTo(.2727, within(1e-4));
    }

    @Test
    void namesTheRuleThatEarnsMost() {
        assertThat(COMPARISON.sentence())
                .startsWith("A mailing pays from 27.3 % that accept. Most is earned with \"first four\": 10 (")
                .endsWith(" from 4 customers.");
        assertThat(MailingComparison.of(ACCEPTED, 3, 11).sentence()).isEmpty();
    }

    @Test
    void saysWhatOneRuleBrings() {
        Mailing first = COMPARISON.mailings().get(1);

        assertThat(COMPARISON.sentence("first four"))
                .isEqualTo(
                        "\"first four\": 50.0 % (15.0 % to 85.0 %) of 4 customers accepted, which earns 10 (%s to %s)."
                                .replace(
                                        "%s to %s)",
                                        "%.0f to %.0f)"
                                                .formatted(
                                                        first.netInterval().low(),
                                                        first.netInterval().high())
                                                .replace('-', '\u2212')));
        assertThat(COMPARISON.sentence("nobody")).isEqualTo("\"nobody\" chooses nobody.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPARISON.sentence("first"))
                .withMessage("No rule 'first'; there are [all, first four, nobody]");
    }

    @Test
    void comparesRulesOnTheSameCustomers() {
        assertThat(COMPARISON.difference("first four", "all")).startsWith("1 (");
        assertThat(COMPARISON.difference("all", "all")).isEqualTo("0 (0 to 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPARISON.difference("first", "all"))
                .withMessage("No rule 'first'; there are [all, first four, nobody]");
    }

    @Test
    void writesADashWhereNobodyIsChosen() {
        assertThat(COMPARISON.toTable().rows().get(2)).isEqualTo(List.of("nobody", "0", "–", "0"));
    }

    @Test
    void refusesOtherThanYesAndNoAndImpossibleMoney() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailingComparison.of(new double[] {1, 2}, 3, 11))
                .withMessageContaining("0 and 1 only");
        assertThatIllegalArgumentException().isThrownBy(() -> MailingComparison.of(ACCEPTED, -1, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> MailingComparison.of(ACCEPTED, 3, 0));
    }
}
