package segmentation.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopulaTest {
    private static final Bins FLAT = new Bins(new int[] {0, 1_000}, new int[] {1_000});

    @Test
    void keepsTheDistributionOfEachColumn() {
        Copula copula = Copula.of(List.of(Bins.fromZero(3, 2, 5), Bins.fromZero(0, 10)), new double[][] {{0}});

        int[][] rows = copula.draw(10, new Random(1));

        assertThat(Arrays.stream(rows).mapToInt(row -> row[0]).sorted()).containsExactly(0, 0, 0, 1, 1, 2, 2, 2, 2, 2);
        assertThat(Arrays.stream(rows).mapToInt(row -> row[1])).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.9, -0.4, 0, 0.5, 0.95})
    void correlatesColumnsAsAsked(double correlation) {
        Copula copula = Copula.of(List.of(FLAT, FLAT), new double[][] {{correlation}});

        int[][] rows = copula.draw(4_000, new Random(5));

        // Of flat columns; Pearson 1907, On further methods of determining correlation.
        double expected = 6 / Math.PI * Math.asin(correlation / 2);
        assertThat(correlation(rows)).isCloseTo(expected, within(0.03));
    }

    @Test
    void rejectsCorrelationsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Copula.of(List.of(FLAT, FLAT, FLAT), new double[][] {{0.9}, {0.9, -0.9}}))
                .withMessage("No normal distribution has these correlations");
    }

    private static double correlation(int[][] rows) {
        double mean = 499.5;
        double product = Arrays.stream(rows)
                .mapToDouble(row -> (row[0] - mean) * (row[1] - mean))
                .average()
                .orElseThrow();
        return product / (1_000_000 / 12.0);
    }
}
