package segmentation.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/** The tables of a sweep: every criterion at every k, and the votes. */
final class KTables {
    private KTables() {}

    static ResultTable criteria(KSelection selection) {
        List<String> columns = new ArrayList<>(List.of("k", "WCSS", "drop from k − 1"));
        selection.criteria().forEach(criterion -> columns.add(criterion.shortLabel()));
        ResultTable.Builder table = ResultTable.titled(
                        "Criteria for k = 1 to %d%s".formatted(selection.kMax(), abbreviations(selection)))
                .figures(columns.toArray(String[]::new));
        for (int k = 1; k <= selection.kMax(); k++) {
            table.row(row(selection, k));
        }
        return table.build();
    }

    private static String abbreviations(KSelection selection) {
        String spelled = Stream.of(Criterion.CALINSKI_HARABASZ, Criterion.DAVIES_BOULDIN, Criterion.PREDICTION_STRENGTH)
                .filter(selection.criteria()::contains)
                .map(criterion -> criterion.shortLabel() + " is " + criterion.label())
                .collect(Collectors.joining(", "));
        return spelled.isEmpty() ? "" : "; " + spelled;
    }

    private static List<String> row(KSelection selection, int k) {
        ElbowCurve elbow = selection.elbow();
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(k));
        row.add(NumberText.within(elbow.wcss(1), elbow.wcss(k)));
        row.add(k == 1 ? "" : NumberText.percent(1 - elbow.wcss(k) / elbow.wcss(k - 1)));
        for (Criterion criterion : selection.criteria()) {
            double value = selection.value(criterion, k);
            row.add(Double.isNaN(value) ? "" : KVotes.text(criterion, value));
        }
        return row;
    }

    static ResultTable votes(List<KVote> votes) {
        ResultTable.Builder table = ResultTable.titled("What each criterion says about k")
                .text("criterion")
                .figures("best k")
                .text("why");
        for (KVote vote : votes) {
            String k = vote.k().isPresent() ? Integer.toString(vote.k().getAsInt()) : "none";
            table.row(vote.criterion().label(), k, vote.reason());
        }
        return table.build();
    }
}
