package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementBandTest {

    @ParameterizedTest
    @CsvSource({
        "-.3, poor, false",
        ".65, poor, false",
        ".6504, poor, false",
        ".651, moderate, false",
        ".80, moderate, false",
        ".801, good, true",
        ".9004, good, true",
        ".901, excellent, true",
        "1, excellent, true"
    })
    void readsAnIndexAsItIsShown(double index, String label, boolean survives) {
        Sensitivity.Variant variant = new Sensitivity.Variant("x", 10, 2, index);

        assertThat(variant.band().label()).isEqualTo(label);
        assertThat(variant.survives()).isEqualTo(survives);
    }

    @Test
    void rejectsWhatIsNoIndex() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sensitivity.AgreementBand.of(Double.NaN))
                .withMessage("An adjusted Rand index is at most 1, got NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Sensitivity.AgreementBand.of(1.1));
    }
}
