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
                        "a3f4c4154453ea68997ca94960010ebd6c5b6609a03ddc57b55c0f18c93d45a6"),
                arguments(
                        LloydAnimation.of(FilmstripPlotTest.SIX),
                        "359d5327771123b4fe5f95ba05ffb8170e98e242330cd02ecd0923df7104bad3"),
                arguments(
                        WcssPathPlot.of(FilmstripPlotTest.SIX),
                        "acc068721f95af587ddb1ba986ee0f8a465143322dc6eda99d6a357fe1d77f5c"),
                arguments(
                        FilmstripPlot.of(FilmstripPlotTest.longRun()),
                        "2c0e14f9e67ae87143dbb3e18462997565a4136e649711fea749c529b85c1828"),
                arguments(
                        LloydAnimation.of(FilmstripPlotTest.longRun()),
                        "84d198d089bb58ecb12c687ae48d76cc26d37f4b852a389c9cf44e30594912ea"));
    }

    // The fingerprints of these very pictures, the same from Debian's JDK 17 and Temurin 25; renew them when their look
    // changes, on both.
    @ParameterizedTest
    @MethodSource("fingerprints")
    void isEqualOnEveryJdk(Picture picture, String fingerprint) {
        assertThatPicture(picture).hasPixelsOf(fingerprint);
    }
}
