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
                        "08ca333625e2dfbdf154fd7e634e83ee18637e54a9f917c0650c8ab94f36f9bf"),
                arguments(
                        LloydAnimation.of(FilmstripPlotTest.SIX),
                        "fc3b3f9cf39493c621a11c84f9bcd1a67d09e34967389c0b99c6a5bdb9633892"),
                arguments(
                        WcssPathPlot.of(FilmstripPlotTest.SIX),
                        "acc068721f95af587ddb1ba986ee0f8a465143322dc6eda99d6a357fe1d77f5c"),
                arguments(
                        FilmstripPlot.of(FilmstripPlotTest.longRun()),
                        "90821bd33d5de13ea91427ac16a5bcf63130fa873579fc635f33e991ec4be5e7"),
                arguments(
                        LloydAnimation.of(FilmstripPlotTest.longRun()),
                        "2f8d1c9652fcd84b6c49bce55957b74d7552f6f9931b39479fc1ba036728fd66"));
    }

    // The fingerprints of these very pictures, the same from Debian's JDK 17 and Temurin 25; renew them when their look
    // changes, on both.
    @ParameterizedTest
    @MethodSource("fingerprints")
    void isEqualOnEveryJdk(Picture picture, String fingerprint) {
        assertThatPicture(picture).hasPixelsOf(fingerprint);
    }
}
