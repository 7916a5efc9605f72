package segmentation.report;

import java.util.List;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Briefing.PublishedText;
import segmentation.profile.ClaimCheck;
import segmentation.profile.ClaimCheck.Verdict;
import segmentation.profile.SegmentProfile;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.TableBlock;
import segmentation.text.ResultTable;

/** What others published on the question, statement by statement: whether it holds, by which figures, what to do instead. */
final class Checklist {
    private Checklist() {}

    static List<Block> of(CustomerTable customers, List<SegmentProfile> segments, PublishedText text) {
        List<ClaimCheck> checks = text.claims().stream()
                .map(claim -> ClaimCheck.of(customers, segments, claim))
                .toList();
        ResultTable.Builder table =
                ResultTable.titled(text.title()).text("published", "on this file", "what the file says", "what to do");
        checks.forEach(check -> table.row(
                check.claim().text(),
                check.verdict().words(),
                check.finding(),
                check.claim().instead()));
        return List.of(
                new Paragraph("%s Of its %d statements %d hold, %d do not, %d cannot be known from this file."
                        .formatted(
                                text.source(),
                                checks.size(),
                                count(checks, Verdict.HOLDS),
                                count(checks, Verdict.REFUTED),
                                count(checks, Verdict.UNKNOWN))),
                new TableBlock(table.build()));
    }

    private static long count(List<ClaimCheck> checks, Verdict verdict) {
        return checks.stream().filter(check -> check.verdict() == verdict).count();
    }
}
