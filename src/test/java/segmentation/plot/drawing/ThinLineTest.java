package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much of each pixel a thin line covers. */
class ThinLineTest {
    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0;

    // Half of white, rounded half up: 127.5 to 128.
    private static final int HALF = 0x808080;

    @Test
    void coversPixelsFromEdgeToEdge() {
        BufferedImage image = drawn(Color.BLACK, 2, 1, 3, 4, 3);

        assertThat(column(image, 0)).containsOnly(WHITE);
        assertThat(column(image, 1)).containsExactly(WHITE, WHITE, BLACK, BLACK, WHITE, WHITE);
        assertThat(column(image, 3)).containsExactly(WHITE, WHITE, BLACK, BLACK, WHITE, WHITE);
        assertThat(column(image, 4)).containsOnly(WHITE);
    }

    @Test
    void leavesHalfOfWhatItHalfCovers() {
        assertThat(column(drawn(Color.BLACK, 1, 0, 3, 6, 3), 2))
                .as("half a row above and half below")
                .containsExactly(WHITE, WHITE, HALF, HALF, WHITE, WHITE);
        assertThat(column(drawn(Color.BLACK, 2, 1.5, 3, 4, 3), 1))
                .as("begins in the middle of a pixel")
                .containsExactly(WHITE, WHITE, HALF, HALF, WHITE, WHITE);
        assertThat(column(drawn(Color.BLACK, 2, 0, 3, 1.5, 3), 1))
                .as("ends in the middle of a pixel")
                .containsExactly(WHITE, WHITE, HALF, HALF, WHITE, WHITE);
    }

    // √2 wide and at 45 degrees, it reaches 1 up and 1 down: it covers the pixels on the diagonal, and of their
    // neighbours half.
    @Test
    void coversHalvesBesideADiagonal() {
        double width = Math.sqrt(2);

        assertThat(column(drawn(Color.BLACK, width, 0, 0, 6, 6), 2))
                .containsExactly(WHITE, HALF, BLACK, HALF, WHITE, WHITE);
        assertThat(column(drawn(Color.BLACK, width, 0, 6, 6, 0), 2))
                .containsExactly(WHITE, WHITE, HALF, BLACK, HALF, WHITE);
    }

    @Test
    void letsWhatIsBelowShowThroughAColourThatIsNotOpaque() {
        BufferedImage image = drawn(new Color(255, 0, 0, 51), 2, 0, 3, 6, 3);

        // A fifth of red on white: 255 · 4 / 5 = 204.
        assertThat(column(image, 2)).containsExactly(WHITE, WHITE, 0xFFCCCC, 0xFFCCCC, WHITE, WHITE);

        new ThinLine(image, new Color(0, 0, 255, 51), 2).draw(0, 3, 6, 3);

        // 255 · 4 / 5 = 204; 204 · 4 / 5 = 163.2; 204 · 4 / 5 + 51 = 214.2.
        assertThat(column(image, 2)).containsExactly(WHITE, WHITE, 0xCCA3D6, 0xCCA3D6, WHITE, WHITE);
    }

    @Test
    void stopsAtTheEdgesOfTheImage() {
        BufferedImage image = drawn(Color.BLACK, 2, -10, -9, 20, 21);

        assertThat(column(image, 0)[1]).as("on the line").isEqualTo(BLACK);
        assertThat(column(image, 5)[0]).as("far from it").isEqualTo(WHITE);
    }

    private static BufferedImage drawn(Color color, double width, double fromX, double fromY, double toX, double toY) {
        BufferedImage image = new BufferedImage(6, 6, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 6, 6);
        new ThinLine(image, color, width).draw(fromX, fromY, toX, toY);
        return image;
    }

    private static int[] column(BufferedImage image, int x) {
        return IntStream.range(0, image.getHeight())
                .map(y -> image.getRGB(x, y) & WHITE)
                .toArray();
    }
}
