package segmentation.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.profile.Contrast;
import segmentation.profile.Contrasts;
import segmentation.profile.Level;
import segmentation.profile.SegmentRules;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.TableBlock;

/** What tells the segments apart: the rules, a bullet a segment with what is not medium about it, the effects. */
final class Explanation {
    /** More contrasts than that are read by nobody. */
    private static final int MOST = 4;

    private Explanation() {}

    static List<Block> of(Contrasts contrasts, SegmentRules rules) {
        List<String> bullets = IntStream.rangeClosed(1, contrasts.k())
                .mapToObj(segment -> "Segment %d: %s".formatted(segment, sentence(contrasts.ofSegment(segment))))
                .toList();
        return List.of(
                new Paragraph(rules.sentence()),
                new TableBlock(rules.toTable()),
                new Bullets(bullets),
                new TableBlock(contrasts.toTable()));
    }

    private static String sentence(List<Contrast> contrasts) {
        String told = contrasts.stream()
                .filter(contrast -> contrast.level() != Level.MEDIUM)
                .limit(MOST)
                .map(Contrast::sentence)
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "close to all customers in everything compared." : told + ".";
    }
}
