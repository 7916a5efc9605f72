package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void endsOrCentresAtItsPlace() {
        Label label = Label.at("median 36", 100, 50);

        assertThat(label.bounds().getMinX()).isEqualTo(100);
        assertThat(label.centred().bounds().getCenterX()).isEqualTo(100);
        assertThat(label.ending().bounds().getMaxX()).isEqualTo(100);
    }

    @Test
    void movesNoFurtherThanNeeded() {
        Label label = Label.at("median 36", 100, 50).centred();

        assertThat(label.within(0, 300)).isEqualTo(label);
        assertThat(label.within(90, 300).bounds().getMinX()).isEqualTo(90);
        assertThat(label.within(0, 110).bounds().getMaxX()).isEqualTo(110);
    }

    @Test
    void isCutToAWidth() {
        Label label = Label.at("Total spending over the last two years", 0, 0);

        Label cut = label.fitting(100);

        assertThat(cut.width()).isLessThanOrEqualTo(100);
        assertThat(cut.text()).startsWith("Total").endsWith("…");
        assertThat(label.fitting(1000)).isEqualTo(label);
    }

    @Test
    void fillsItsBox() {
        Label label = Label.at("Quality", 20, 50).strong().sized(30);

        assertThat(label.bounds().contains(label.outline().getBounds2D())).isTrue();
        assertThat(label.outline().getBounds2D().getHeight()).isGreaterThan(20);
    }
}
