package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CampaignPlanTest {
    @Test
    void earnsFromThoseWhoAnswerAndPaysForEveryContact() {
        CampaignPlan plan = new CampaignPlan(.1, .2, .5, 3);

        // 40 members, a tenth answer: 4 × 500 × 0.2 = 400, half of it kept.
        assertThat(plan.gain(40, 500)).isCloseTo(200, within(1e-9));
        assertThat(plan.cost(60)).isEqualTo(180);
    }

    @Test
    void statesItsAssumptions() {
        assertThat(new CampaignPlan(.1, .2, .5, 3).sentence())
                .isEqualTo("Assumed of every campaign: 10.0 % of the members contacted answer, each adds 20.0 % of the"
                        + " value, 50.0 % of that is kept, a contact costs 3.00.");
    }

    @Test
    void rejectsFiguresOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CampaignPlan(1.1, .2, .5, 3))
                .withMessage("Answering and margin are shares from 0 to 1, got 1.1 and 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new CampaignPlan(-.1, .2, .5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new CampaignPlan(Double.NaN, .2, .5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new CampaignPlan(.1, .2, -.5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new CampaignPlan(.1, .2, 2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CampaignPlan(.1, -.2, .5, 3))
                .withMessage("The extra and the cost of a contact are from 0 up, got -0.2 and 3.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new CampaignPlan(.1, .2, .5, -3));
        assertThatIllegalArgumentException().isThrownBy(() -> new CampaignPlan(.1, .2, .5, Double.POSITIVE_INFINITY));
    }
}
