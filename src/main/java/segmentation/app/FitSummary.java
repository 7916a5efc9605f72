package segmentation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.analysis.Segmentation;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.report.Narrative;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/** What a person reads at the end of a fit: how many segments, whether they are real, and who they are. */
final class FitSummary {
    private static final int WIDTH = 80;

    /** With more features a line would be wider than a terminal; they then stand below each other. */
    private static final int MOST_FEATURES_BESIDE = 3;

    /** A longer word would leave no room for the segments' names. */
    private static final int LONGEST_WORD_BESIDE = 20;

    private static final int MOST_SEGMENTS_BESIDE = 5;

    private FitSummary() {}

    static String of(Segmentation result) {
        String table = TerminalTable.of(segments(result), WIDTH);
        Narrative narrative = Narrative.of(result);
        return Stream.of(narrative.answer(), narrative.choice(), narrative.reality())
                        .map(text -> String.join("\n", TerminalText.broken(text, WIDTH)) + "\n\n")
                        .collect(Collectors.joining())
                + table
                + (beside(result) ? "" : features(result));
    }

    private static boolean beside(Segmentation result) {
        return result.prepared().columns().size() <= MOST_FEATURES_BESIDE
                && result.prepared().raw().features().stream()
                        .flatMap(feature -> Stream.of(feature.label().split(" ")))
                        .allMatch(word -> word.length() <= LONGEST_WORD_BESIDE);
    }

    private static ResultTable segments(Segmentation result) {
        ResultTable.Builder table =
                ResultTable.titled("").figures("no.").text("segment").figures("customers", "share");
        if (beside(result)) {
            result.prepared().raw().features().forEach(feature -> table.figures(feature.label()));
        }
        result.evidence().stability().ifPresent(known -> table.figures("Jaccard"));
        for (SegmentProfile segment : result.profiles().segments()) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(segment.number()),
                    segment.name(),
                    NumberText.count(segment.size()),
                    NumberText.percent(segment.share())));
            if (beside(result)) {
                for (int feature = 0; feature < segment.figures().size(); feature++) {
                    cells.add(mean(result, segment, feature));
                }
            }
            result.evidence()
                    .stability()
                    .ifPresent(known -> cells.add(NumberText.fixed(known.jaccard(segment.number()), 2)));
            table.row(cells);
        }
        return table.build();
    }

    /** Returns a row for each feature; so many segments side by side as a terminal has room for. */
    private static String features(Segmentation result) {
        List<SegmentProfile> segments = result.profiles().segments();
        return IntStream.iterate(0, from -> from < segments.size(), from -> from + MOST_SEGMENTS_BESIDE)
                .mapToObj(from -> segments.subList(from, Math.min(segments.size(), from + MOST_SEGMENTS_BESIDE)))
                .map(some -> "\n" + TerminalTable.of(features(result, some), WIDTH))
                .collect(Collectors.joining());
    }

    private static ResultTable features(Segmentation result, List<SegmentProfile> segments) {
        ResultTable.Builder table = ResultTable.titled("").text("mean of");
        segments.forEach(segment -> table.figures("no.\u00A0" + segment.number()));
        for (int feature = 0; feature < result.prepared().columns().size(); feature++) {
            int column = feature;
            List<String> cells = new ArrayList<>(
                    List.of(result.prepared().raw().features().get(feature).label()));
            segments.forEach(segment -> cells.add(mean(result, segment, column)));
            table.row(cells);
        }
        return table.build();
    }

    private static boolean isYear(Segmentation result, String column) {
        return result.file().stream()
                .flatMap(file -> file.columns().stream())
                .anyMatch(known -> known.name().equals(column) && known.isYear());
    }

    private static String mean(Segmentation result, SegmentProfile segment, int feature) {
        FeatureFigures figures = segment.figures().get(feature);
        String column = result.prepared().columns().get(feature);
        if (isYear(result, column)) {
            return NumberText.fixed(figures.mean(), 1).replace(",", "");
        }
        return figures.isShare()
                ? NumberText.percent(figures.mean())
                : NumberText.signed(NumberText.within(
                        figures.feature().noun(), result.profiles().range(feature), figures.mean()));
    }
}
