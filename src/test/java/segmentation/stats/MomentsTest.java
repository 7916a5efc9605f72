package segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void dividesByOneLessThanTheNumberOfValues() {
        Moments moments = Moments.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9}); // squares about 5: 32

        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.deviation()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    }
}
