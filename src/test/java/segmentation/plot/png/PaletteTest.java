package segmentation.plot.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    @Test
    void putsTheMostFrequentColourFirstAndBreaksTiesByValue() {
        Palette palette = Palette.of(new int[] {0x0000FF, 0xFF0000, 0xFF0000, 0x00FF00});

        assertThat(palette.colours()).containsExactly(0xFF0000, 0x0000FF, 0x00FF00);
        assertThat(palette.place(0x00FF00)).isEqualTo((byte) 2);
    }

    @Test
    void givesARareColourThePlaceOfANearOne() {
        Palette palette = Palette.of(new int[] {0xFFFFFF, 0xFFFFFF, 0xFFFFFC, 0xFFFFF0});

        assertThat(palette.colours()).containsExactly(0xFFFFFF, 0xFFFFF0);
        assertThat(palette.place(0xFFFFFC)).isEqualTo(palette.place(0xFFFFFF));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverNeedsMoreThan256ColoursAndKeepsTheMostFrequentExactly(long seed) {
        int[] pixels = new Random(seed).ints(20_000, 0, 0x1000000).toArray();
        Arrays.fill(pixels, 0, 5_000, 0x4477AA);

        Palette palette = Palette.of(pixels);

        assertThat(palette.colours()).hasSizeBetween(128, 256);
        assertThat(palette.colours()[palette.place(0x4477AA) & 0xFF]).isEqualTo(0x4477AA);
    }

    @Test
    void doesNotDependOnTheOrderOfThePixels() {
        int[] pixels = new Random(4).ints(5_000, 0, 0x1000000).toArray();
        int[] reversed = new int[pixels.length];
        Arrays.setAll(reversed, i -> pixels[pixels.length - 1 - i]);

        assertThat(Palette.of(reversed).colours()).isEqualTo(Palette.of(pixels).colours());
    }
}
