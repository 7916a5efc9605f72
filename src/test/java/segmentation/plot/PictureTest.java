package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final byte[] HEADER = ByteBuffer.allocate(24)
            .putLong(0x89504E470D0A1A0AL)
            .putInt(13)
            .put(new byte[] {'I', 'H', 'D', 'R'})
            .putInt(1400)
            .putInt(900)
            .array();

    @Test
    void readsItsSizeFromThePngHeader() {
        Picture picture = Picture.of("elbow", HEADER, "WCSS over k.");

        assertThat(picture.width()).isEqualTo(1400);
        assertThat(picture.height()).isEqualTo(900);
    }

    @Test
    void readsAsItsAltText() {
        Picture picture = Picture.of("elbow", HEADER, "WCSS over k.");

        assertThat(picture).hasToString("WCSS over k.");
        assertThat(picture.altText()).isEqualTo("WCSS over k.");
        assertThat(picture.name()).isEqualTo("elbow");
    }

    @Test
    void doesNotChangeWhenBytesGivenOrTakenChange() {
        byte[] given = HEADER.clone();
        Picture picture = Picture.of("elbow", given, "WCSS over k.");

        given[17] = 0;
        picture.png()[17] = 0;

        assertThat(picture.png()).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Elbow", "../elbow", "el bow", "-elbow", "elbow-", "el--bow", "elbow.png"})
    void rejectsANameThatIsNotFileSafe(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.of(name, HEADER, "WCSS over k."))
                .withMessageContaining("'" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 23})
    void rejectsBytesTooFewForAPng(int length) {
        byte[] cut = Arrays.copyOf(HEADER, length);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.of("elbow", cut, "WCSS over k."))
                .withMessage("Picture 'elbow' is not a PNG");
    }

    @Test
    void rejectsBytesOfAnotherFormat() {
        byte[] jpeg = HEADER.clone();
        jpeg[1] = 'J';

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.of("elbow", jpeg, "WCSS over k."))
                .withMessage("Picture 'elbow' is not a PNG");
    }

    @Test
    void rejectsABlankAltText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.of("elbow", HEADER, " "))
                .withMessageContaining("needs a text");
    }
}
