package segmentation.analysis;

import java.util.List;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentTraits;

/** How segments differ in the columns that are worth comparing them on, the features first. */
final class ColumnComparison {
    static final int MOST_TRAITS = 12;

    private final PreparedCustomers prepared;
    private final List<String> describing;

    ColumnComparison(PreparedCustomers prepared, List<String> describing) {
        this.prepared = prepared;
        this.describing = describing;
    }

    Contrasts contrasts(int[] labels) {
        return Contrasts.of(prepared.customers(), labels, prepared.logged(), describing.toArray(String[]::new));
    }

    SegmentTraits traits(int[] labels) {
        List<String> features = prepared.columns();
        List<String> others = describing.stream()
                .filter(column -> !features.contains(column))
                .limit(MOST_TRAITS)
                .toList();
        return SegmentTraits.of(
                prepared.customers(), labels, (others.isEmpty() ? features : others).toArray(String[]::new));
    }
}
