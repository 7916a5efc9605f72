package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.plot.Picture;
import segmentation.report.ReportDocument.Bar;
import segmentation.report.ReportDocument.Glance;
import segmentation.report.ReportDocument.Glances;
import segmentation.report.ReportDocument.Point;
import segmentation.report.ReportDocument.Section;

class SegmentSlideTest {
    private static final Glance GLANCE = new Glance(
            2,
            "Careful high earners",
            "High income, low spending",
            "35 customers, 17.5 % of all",
            List.of(new Bar("Mean income 88.2 k$ against 60.6 of all", 1.05), new Bar("Mean score 17.1", -1.3)),
            List.of(new Point("Who.", "They could spend more."), new Point("How sure.", "Very.")));

    @Test
    void isAsWideAsASlideAndSaysAllInWords() {
        Picture slide = SegmentSlide.of(GLANCE);

        assertThat(slide.name()).isEqualTo("segment-2");
        assertThat((double) slide.width() / slide.height()).isBetween(1.76, 1.78);
        assertThat(slide.altText())
                .isEqualTo(
                        "2 · Careful high earners: High income, low spending. 35 customers, 17.5 % of all. Mean income"
                                + " 88.2 k$ against 60.6 of all; Mean score 17.1. Who. They could spend more. How sure. Very.");
    }

    @Test
    void isTheSameBytesEachTimeAndOthersForAnotherSegment() {
        Glance other = new Glance(3, GLANCE.title(), GLANCE.exact(), GLANCE.size(), GLANCE.bars(), GLANCE.points());

        assertThat(SegmentSlide.of(GLANCE).png())
                .isEqualTo(SegmentSlide.of(GLANCE).png())
                .isNotEqualTo(SegmentSlide.of(other).png());
    }

    /** Long texts are cut within the slide, not below it. */
    @Test
    void keepsItsShapeWithLongTexts() {
        String words = String.join(
                " ", IntStream.range(0, 90).mapToObj(i -> "word" + i).toList());
        Glance wordy =
                new Glance(1, "A", "B", "C", List.of(), List.of(new Point("Who.", words), new Point("What.", words)));

        Picture slide = SegmentSlide.of(wordy);

        assertThat(slide.height()).isEqualTo(SegmentSlide.of(GLANCE).height());
        assertThat(slide.altText()).contains("word89");
    }

    @Test
    void isMadeForEachSegmentAtAGlance() {
        ReportDocument document = new ReportDocument(
                "T", "", "A", "S", List.of(), List.of(Section.of("H", new Glances(List.of(GLANCE, GLANCE)))));

        assertThat(SegmentSlide.allOf(document)).extracting(Picture::name).containsExactly("segment-2", "segment-2");
        assertThat(document.pictures()).isEmpty();
    }
}
