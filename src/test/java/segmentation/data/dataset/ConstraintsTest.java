package segmentation.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.dataset.Field.Constraints;

class ConstraintsTest {

    // 2e23 is one of the numbers that Double.toString writes in more digits up to Java 18.
    @ParameterizedTest
    @CsvSource({"2e23, 200000000000000000000000", "0.1, 0.1", "-0.002, -0.002", "0, 0", "120, 120", "4.9e-3, 0.0049"})
    void writesABoundInTheFewestDigitsOnEveryJava(double bound, String written) {
        Constraints constraints = new Constraints(false, false, bound, Double.POSITIVE_INFINITY, List.of());

        assertThat(constraints.expectation("a number")).isEqualTo("a number of at least " + written);
    }
}
