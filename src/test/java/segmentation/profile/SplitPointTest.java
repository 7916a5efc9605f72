package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.profile.DecisionTree.SplitPoint;

class SplitPointTest {
    @ParameterizedTest
    @CsvSource({
        "38, 39, 38",
        "36, 43, 40",
        "37123, 37130, '37,126'",
        "37123, 38010, '38,000'",
        "0.13, 0.18, 0.15",
        "9, 11, 10",
        "99, 101, 100",
        "-4, 3, 0",
        "-43, -36, −40",
        "0, 1, 0",
        "-1, 0, −1",
        "0.1, 0.30000000000000004, 0.2",
        "1e-7, 3e-7, 0.0000002"
    })
    void isTheRoundestFigureThatPartsTheTwo(double below, double above, String text) {
        double point = SplitPoint.between(below, above);

        assertThat(SplitPoint.text(point)).isEqualTo(text);
    }

    @Test
    void isTheLowerValueWhereNoFigureLiesBetween() {
        double above = Math.nextUp(1.1);

        assertThat(SplitPoint.between(1.1, above)).isEqualTo(1.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void neverMovesAValueToTheOtherSide(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double below = (random.nextDouble() - .5) * Math.pow(10, random.nextInt(280) - 140);
            double above = below + random.nextDouble() * Math.pow(10, random.nextInt(280) - 140);
            if (below < above) {
                assertThat(SplitPoint.between(below, above))
                        .isGreaterThanOrEqualTo(below)
                        .isLessThan(above);
            }
        }
    }
}
