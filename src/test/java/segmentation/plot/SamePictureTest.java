package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.ElbowCurve;
import segmentation.evaluation.GapReference;
import segmentation.evaluation.GapStatistic;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.PlotTheme;

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
        KMeansModel model = KMeans.fit(matrix, 4, KMeansOptions.defaults().withRestarts(3));
        byte[] alone = SegmentsPlot.of(matrix, model, List.of()).png();

        List<byte[]> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> SegmentsPlot.of(matrix, model, List.of()).png())
                .toList();

        assertThat(together).allSatisfy(png -> assertThat(png).isEqualTo(alone));
    }

    static List<Arguments> fingerprints() {
        double[] errors = {0.01, 0.02, 0.01, 0.02};
        GapStatistic gap = GapStatistic.ofFigures(GapReference.PCA_BOX, new double[] {0.1, 0.3, 0.2, 0.4}, errors);
        FeatureMatrix line = FeatureMatrix.of(List.of(Samples.INCOME), new double[] {0, 1, 10, 11, 12, 13});
        Silhouette silhouette = Silhouette.of(line, new int[] {1, 1, 2, 2, 2, 2});
        ClusterStability stability = ClusterStability.ofFigures(
                new int[] {22, 178}, new double[][] {{0.9, 0.8}, {0.5, 0.6}}, new double[] {1}, List.of());
        List<Double> scores = List.of(Double.NaN, 0.3, 0.5);
        CriteriaPlot.Curve curve = new CriteriaPlot.Curve(Criterion.SILHOUETTE, scores, OptionalInt.of(3));
        return List.of(
                arguments(ElbowPlot.of(CURVE), "ca6691b50f3b5f0872fec3e7de12f437cb18dfe7effab3f4109eb24f4f6bf92a"),
                arguments(
                        CriteriaPlot.of(List.of(curve), 2),
                        "42a91e78b68dbcab76f817eb6baa662aceb44b9442e9bfa8f3b5fe62ac8a1714"),
                arguments(GapPlot.of(List.of(gap)), "83d0f8dc6e3eca9cf3f5ba6316329a23908f919cad15813bcfb2369981067821"),
                arguments(
                        SilhouettePlot.of(silhouette),
                        "52924eeb3a8f919d92af3ca46e5c74cd3173a9e50f4c5dfe8a42d0f7393e8768"),
                arguments(
                        SilhouetteProfilesPlot.of(List.of(silhouette)),
                        "a53fb2690505197ce930a9295dffa092732449184c446e969e9a401e440e0c7d"),
                arguments(
                        StabilityPlot.of(stability, List.of("Few", "Many")),
                        "99df775ec7fb710d885092aeaa476c7b6679653942c5aabb44faeafd892dd42e"),
                arguments(
                        NullPlot.of(NullComparison.ofFigures(5, 0.55, new double[] {0.38, 0.41})),
                        "3a55d5f138acf2744fe55350d28a1d59a27e717eebe9b152984a8eb488c6c307"));
    }

    static List<Arguments> lines() {
        return List.of(
                arguments(
                        zigzags(BasicStroke.JOIN_ROUND),
                        "34f7005610769a00bb779433e9435592c2aed5d425a83290166c377713f210c8"),
                arguments(
                        zigzags(BasicStroke.JOIN_MITER),
                        "a590abc399448ae1db53c17c7c10f9f0506189b323800e1728c44450942fcf69"),
                arguments(
                        zigzags(BasicStroke.JOIN_BEVEL),
                        "7a282f362274c4c2a0197300022bd717ebca64ff040bb42ebd1c60a45fee6c18"));
    }

    static List<Arguments> scripts() {
        Canvas canvas = Canvas.of("Доход и Εισόδημα", "年収 · 소득 · 消费 🛒 · الدخل السنوي · वार्षिक आय", 10);
        Canvas more = Canvas.of("Names", "הכנסה שנתית · বার্ষিক আয় · ஆண்டு வருமானம் · รายได้ต่อปี", 10);
        return List.of(
                arguments(
                        Picture.of("scripts", canvas.png(), "Names in many scripts"),
                        "d1016e8cd10a76ba2def273bb8014a4db2b5ddacac52d51976c7b1665fd534cb"),
                arguments(
                        Picture.of("more-scripts", more.png(), "Names in four more scripts"),
                        "7f545263df471ada92a73b862b4d936afcbfd1b9d5a018fad5f25350d52fa58b"));
    }

    /** Lines with many corners, flat and sharp. */
    private static Picture zigzags(int join) {
        Canvas canvas = Canvas.of("Corners", "", 400);
        Random random = new Random(join);
        for (int line = 0; line < 60; line++) {
            Path2D path = new Path2D.Double();
            double x = 100 + 500 * random.nextDouble();
            double y = 100 + 250 * random.nextDouble();
            path.moveTo(x, y);
            for (int corner = 0; corner < 8; corner++) {
                x += 20 * random.nextGaussian();
                y += 20 * random.nextGaussian();
                path.lineTo(x, y);
            }
            canvas.draw(path, PlotTheme.INK, new BasicStroke(1.6f, BasicStroke.CAP_ROUND, join));
        }
        return Picture.of("corners", canvas.png(), "Lines with many corners");
    }

    // The fingerprints of these very pictures, the same from Debian's JDK 17 and Temurin 25; renew them when their look
    // changes, on both.
    @ParameterizedTest
    @MethodSource({"fingerprints", "lines", "scripts"})
    void isEqualOnEveryJdk(Picture picture, String fingerprint) {
        assertThatPicture(picture).hasPixelsOf(fingerprint);
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
