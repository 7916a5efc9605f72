package segmentation.report;

import java.util.List;
import java.util.stream.Collectors;
import segmentation.profile.Contrast;
import segmentation.profile.Contrasts;
import segmentation.profile.Level;
import segmentation.profile.SegmentRules;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.Point;
import segmentation.report.ReportDocument.TableBlock;
import segmentation.text.Wording;

/** What tells the segments apart: rules and effects over all of them, and contrasts of each. */
final class Explanation {
    /** More contrasts than that are read by nobody. */
    private static final int MOST = 4;

    private Explanation() {}

    static List<Block> of(Contrasts contrasts, SegmentRules rules) {
        return List.of(
                new Paragraph(rules.sentence()), new TableBlock(rules.toTable()), new TableBlock(contrasts.toTable()));
    }

    /** Returns how one segment differs, for its card: what is not medium about it, most first. */
    static Point ofSegment(Contrasts contrasts, int segment) {
        String told = contrasts.ofSegment(segment).stream()
                .filter(contrast -> contrast.level() != Level.MEDIUM)
                .limit(MOST)
                .map(Contrast::sentence)
                .collect(Collectors.joining("; "));
        String sentence = told.isEmpty() ? "Close to all customers in everything compared" : Wording.capitalised(told);
        return new Point("How they differ", sentence + ".");
    }
}
