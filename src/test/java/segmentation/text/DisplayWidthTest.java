package segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({"abc, 3", "Müller, 6", "e\u0301, 1", "客户, 4", "ｱ, 1", "Ａ, 2", "😀, 2", "–, 1", "한국, 4", "'', 0"})
    void countsThePlacesOfATerminal(String text, int places) {
        assertThat(DisplayWidth.of(text)).isEqualTo(places);
    }
}
