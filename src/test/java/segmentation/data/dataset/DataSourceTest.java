package segmentation.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "GIVEN ! Data: 2,240 mall customers from a file given by hand; this is not the published file.",
                "ORIGINAL ! Data: the published file of 2,240 mall customers.",
                "ALTERED ! Data: 2,240 mall customers from an altered copy; this is not the published file, and figures "
                        + "may differ from those quoted in the text.",
                "STAND_IN ! Data: the synthetic stand-in bundled with the project, not the published file; figures "
                        + "differ slightly from those quoted in the text.",
            })
    void saysInOneSentenceWhereTheRowsCameFrom(DataSource.Origin origin, String sentence) {
        DataSource source = new DataSource(origin, 2240, "mall customers");

        assertThat(source.sentence()).isEqualTo(sentence);
    }
}
