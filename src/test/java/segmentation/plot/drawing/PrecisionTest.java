package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrecisionTest {
    @Test
    void writesWholeNumbersWithoutDecimalsAndWhatLiesBetweenWithOne() {
        Precision whole = Precision.of(new double[] {15, 137});

        assertThat(whole.text(15)).isEqualTo("15");
        assertThat(whole.text(61.5)).isEqualTo("61.5");
    }

    @Test
    void writesMoreDecimalsForANarrowerSpread() {
        assertThat(Precision.of(new double[] {0.5, 250}).text(3.14159)).isEqualTo("3.1");
        assertThat(Precision.of(new double[] {0.5, 25}).text(3.14159)).isEqualTo("3.1");
        assertThat(Precision.of(new double[] {0.5, 2.5}).text(3.14159)).isEqualTo("3.14");
        assertThat(Precision.of(new double[] {0.5, 0.75}).text(3.14159)).isEqualTo("3.142");
    }

    @Test
    void writesFiguresOfEveryPictureAlike() {
        assertThat(Precision.of(new double[] {0.5, 2.5}).text(-2)).isEqualTo("−2.00");
        assertThat(Precision.of(new double[] {0.5, 0.5}).text(0.5)).isEqualTo("0.50");
    }

    @Test
    void writesVeryLargeAndSmallFiguresWithAPowerOfTen() {
        Precision precision = Precision.of(new double[] {0, 1e300});

        assertThat(precision.text(-1.23456e300)).isEqualTo("−1.23e300");
        assertThat(precision.text(2e-13)).isEqualTo("2e−13");
        assertThat(precision.text(0)).isEqualTo("0");
    }
}
