package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.evaluation.ElbowCurve;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/** Pictures are equal to the byte: each time, on every thread, JDK and machine, with or without fonts. */
class SamePictureTest {
    private static final ElbowCurve CURVE = ElbowCurve.ofWcss(1000, 600, 200, 180, 160, 140);

    /** Draws one picture into a file, in a process of its own. */
    static final class Draw {
        private Draw() {}

        public static void main(String[] file) throws IOException {
            Files.write(Path.of(file[0]), ElbowPlot.of(CURVE).png());
        }
    }

    @Test
    void isEqualOnSeveralThreads() {
        FeatureMatrix matrix = Samples.groups(4, 40, 1);
        KMeansModel model = KMeans.fit(matrix, KMeansOptions.of(4).withRestarts(3));
        byte[] alone = SegmentsPlot.of(matrix, model, List.of()).png();

        List<byte[]> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> SegmentsPlot.of(matrix, model, List.of()).png())
                .toList();

        assertThat(together).allSatisfy(png -> assertThat(png).isEqualTo(alone));
    }

    @Test
    void isEqualOnEveryJdk() throws NoSuchAlgorithmException {
        BufferedImage image = PictureAssert.decoded(ElbowPlot.of(CURVE));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * pixels.length);
        bytes.asIntBuffer().put(pixels);

        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));

        // The fingerprint of this very picture, the same from Debian's JDK 17 and Temurin 25; renew it when its look
        // changes, on both.
        assertThat(hash).isEqualTo("417a373f3f4ed4892a40c3f5b3fda100aa5429d704aa79fa43c30d754e1172c7");
    }

    @Test
    void isEqualWhereTheMachineHasNoFonts(@TempDir Path folder) throws IOException, InterruptedException {
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
        Path picture = folder.resolve("elbow.png");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Draw.class.getName(),
                picture.toString());
        builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
        File log = folder.resolve("log.txt").toFile();

        int exit = builder.redirectErrorStream(true).redirectOutput(log).start().waitFor();

        assertThat(exit).as(Files.readString(log.toPath())).isZero();
        assertThat(Files.readAllBytes(picture)).isEqualTo(ElbowPlot.of(CURVE).png());
    }
}
