package segmentation.lesson;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.plot.Picture;

/** Pictures of runs are equal to the pixel on every JDK and machine. */
class SameRunPictureTest {
    static List<Arguments> fingerprints() {
        return List.of(
                arguments(
                        FilmstripPlot.of(FilmstripPlotTest.SIX),
                        "509ac291dbd7682825204ef3b54b36298fbb249492fe29fbfb7a907752ff4987"),
                arguments(
                        LloydAnimation.of(FilmstripPlotTest.SIX),
                        "3c1fe3ff30654ed5ff963b3e24bc57bbb0b2c4780d5b0db6d9bfbb4ec5e92dfc"),
                arguments(
                        WcssPathPlot.of(FilmstripPlotTest.SIX),
                        "49a67c040f9c09831ba401f41b8a6c3c422e6224c0e61bb1ee1cf65e2fc1ab5b"),
                arguments(
                        FilmstripPlot.of(FilmstripPlotTest.longRun()),
                        "898f876d5700aed224654428c6c66a27f6e2522e4247e6455cc687c283ecb614"),
                arguments(
                        LloydAnimation.of(FilmstripPlotTest.longRun()),
                        "36f4a7f662291977e3e75053b52cd2d88d88aacf76fa75fd41d3579e34f0628a"));
    }

    // The fingerprints of these very pictures, the same from Debian's JDK 17 and Temurin 25; renew them when their look
    // changes, on both.
    @ParameterizedTest
    @MethodSource("fingerprints")
    void isEqualOnEveryJdk(Picture picture, String fingerprint) {
        assertThatPicture(picture).hasPixelsOf(fingerprint);
    }
}
