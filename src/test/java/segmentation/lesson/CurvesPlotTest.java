package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.plot.Picture;

class CurvesPlotTest {
    private static final double[] XS = {2, 3, 4};
    private static final CurvesPlot TWO = CurvesPlot.titled("Two rise and fall", "k", "Score")
            .with("first", XS, new double[] {1, 5, 5})
            .with("second", XS, new double[] {2.25, 0, -1});

    @Test
    void saysWhereEachCurveBeginsEndsAndIsHighest() {
        Picture picture = TWO.ringingHighest().toPicture();

        assertThat(picture.name()).isEqualTo("curves");
        assertThat(picture.altText())
                .isEqualTo("Two rise and fall. 2 curves of Score over k. First from 1 at 2 to 5 at 4, highest 5 at 3; "
                        + "second from 2.250 at 2 to −1 at 4, highest 2.250 at 2.");
        assertThatPicture(picture).isFinished();
    }

    @Test
    void ringsAndLogarithmsAreSeen() {
        byte[] plain = TWO.toPicture().png();

        assertThat(TWO.ringingHighest().toPicture().png()).isNotEqualTo(plain);
        assertThat(TWO.logarithmicAcross().toPicture().png()).isNotEqualTo(plain);
    }

    @Test
    void drawsOnePointAndManyOnALogarithmicAxis() {
        double[] many = IntStream.range(0, 500).asDoubleStream().toArray();

        assertThatPicture(CurvesPlot.titled("One", "k", "Score")
                        .with("point", new double[] {3}, new double[] {1})
                        .toPicture())
                .isFinished();
        assertThatPicture(CurvesPlot.titled("Many", "Work", "Score")
                        .logarithmicAcross()
                        .with("line", many, many)
                        .toPicture())
                .isFinished();
    }

    @Test
    void leavesWhatWasStartedAsItIs() {
        CurvesPlot none = CurvesPlot.titled("Nothing", "k", "Score");

        none.with("curve", XS, XS);

        assertThatIllegalStateException()
                .isThrownBy(none::toPicture)
                .withMessage("A picture of curves needs at least one; add one by with(…)");
    }

    @Test
    void rejectsWhatIsNoCurve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.with("short", XS, new double[] {1}))
                .withMessage("A curve needs as many values across as up, at least one, got 3 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.with("none", new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.with("broken", XS, new double[] {1, Double.NaN, 2}))
                .withMessage("A curve needs finite values");
        CurvesPlot ten = CurvesPlot.titled("Ten", "k", "Score");
        for (int i = 0; i < 10; i++) {
            ten = ten.with("curve", XS, XS);
        }
        CurvesPlot full = ten;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.with("eleventh", XS, XS))
                .withMessage("A picture has colours for at most 10 curves");
    }
}
