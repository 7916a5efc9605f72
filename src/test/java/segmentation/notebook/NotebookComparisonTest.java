package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookComparisonTest {
    private static final String OUTPUT = """
            {"output_type": "execute_result", "execution_count": 1, "metadata": {},
             "data": {"text/plain": ["a\\n", "b"], "text/html": "<b>", "image/png": "AAAA"}}""";

    @Test
    void findsNothingBetweenEqualRuns() {
        assertThat(differences(OUTPUT, OUTPUT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"b\"] | \"c\"] | output 1, text/plain, line 2: stored \"b\", fresh \"c\"",
                "\"b\"] | \"b\\nc\"] | output 1, text/plain, line 3: stored \"nothing\", fresh \"c\"",
                "\"b\"] | \"b\\n\"] | output 1, text/plain: the line breaks differ",
                "<b> | <i> | output 1, text/html, line 1: stored \"<b>\", fresh \"<i>\"",
                "\"image/png\": \"AAAA\" | \"image/gif\": \"AAAA\" | output 1, image/gif: only in the fresh run",
                "\"execution_count\": 1 | \"execution_count\": 2 | output 1, execution_count, line 1: stored \"1\", fresh \"2\"",
            })
    void tellsWhereTextOrTablesDiffer(String from, String to, String difference) {
        assertThat(differences(OUTPUT, OUTPUT.replace(from, to))).contains("a.ipynb, cell 1, " + difference);
    }

    @Test
    void takesThePictureThatAKernelBrokeIntoLinesAsEqual() {
        String picture = png(2, 2, Color.WHITE);
        String broken = picture.substring(0, 8) + "\\n" + picture.substring(8) + "\\n";

        assertThat(differences(OUTPUT.replace("AAAA", picture), OUTPUT.replace("AAAA", broken)))
                .isEmpty();
    }

    @Test
    void tellsInWhichPixelsAPictureDiffers() {
        String white = OUTPUT.replace("AAAA", png(2, 3, Color.WHITE));

        assertThat(differences(white, OUTPUT.replace("AAAA", png(2, 3, Color.BLUE))))
                .containsExactly(
                        "a.ipynb, cell 1, output 1, image/png: the pictures differ in 2 of 6 pixels, first at (0, 1)");
        assertThat(differences(white, OUTPUT.replace("AAAA", png(2, 2, Color.WHITE))))
                .containsExactly(
                        "a.ipynb, cell 1, output 1, image/png: the picture stored is 2 × 3 pixels, fresh 2 × 2");
    }

    @Test
    void tellsThatOnlyTheFileOfAPictureDiffers() {
        byte[] png = Base64.getDecoder().decode(png(2, 2, Color.WHITE));
        String longer = Base64.getEncoder().encodeToString(Arrays.copyOf(png, png.length + 1));

        assertThat(differences(OUTPUT.replace("AAAA", png(2, 2, Color.WHITE)), OUTPUT.replace("AAAA", longer)))
                .containsExactly(
                        "a.ipynb, cell 1, output 1, image/png: the pictures show the same, but their files differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BBBB", ""})
    void tellsThatAPictureCannotBeRead(String other) {
        String white = OUTPUT.replace("AAAA", png(2, 2, Color.WHITE));

        assertThat(differences(white, OUTPUT.replace("AAAA", other)))
                .containsExactly("a.ipynb, cell 1, output 1, image/png: the fresh picture cannot be read");
        assertThat(differences(OUTPUT.replace("AAAA", other), white))
                .containsExactly("a.ipynb, cell 1, output 1, image/png: the stored picture cannot be read");
    }

    @Test
    void comparesADrawingAsText() {
        String drawing = OUTPUT.replace("image/png", "image/svg+xml").replace("AAAA", "<svg>");

        assertThat(differences(drawing, drawing.replace("<svg>", "<svg/>")))
                .containsExactly(
                        "a.ipynb, cell 1, output 1, image/svg+xml, line 1: stored \"<svg>\", fresh \"<svg/>\"");
    }

    @Test
    void takesAStreamInPartsAsOne() {
        String whole = "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"a\\nb\\n\"}";
        String parts = "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"a\\n\"]},"
                + "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"b\\n\"}";
        String other = parts.replace("stdout\", \"text\": \"b", "stderr\", \"text\": \"b");

        assertThat(differences(whole, parts)).isEmpty();
        assertThat(differences(whole, other)).isNotEmpty();
    }

    @Test
    void findsAnOutputThatIsMissing() {
        assertThat(differences(OUTPUT, "")).containsExactly("a.ipynb, cell 1, output 1: only in the stored run");
    }

    @Test
    void findsACellThatIsMissing() {
        NotebookDocument none = NotebookDocument.parse(Path.of("a.ipynb"), "{\"nbformat\": 4, \"cells\": []}");

        assertThat(NotebookComparison.differences(document(""), none))
                .containsExactly("a.ipynb: 1 cells stored, 0 fresh");
    }

    /** Returns a white picture with its second row in a colour. */
    private static String png(int width, int height, Color second) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < width * height; at++) {
            image.setRGB(at % width, at / width, (at / width == 1 ? second : Color.WHITE).getRGB());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static List<String> differences(String stored, String fresh) {
        return NotebookComparison.differences(document(stored), document(fresh));
    }

    private static NotebookDocument document(String outputs) {
        return NotebookDocument.parse(Path.of("a.ipynb"), """
                {"nbformat": 4, "cells": [{"cell_type": "code", "source": "x", "execution_count": 1, "metadata": {},
                "outputs": [%s]}]}""".formatted(outputs));
    }
}
