package segmentation.analysis;

import java.util.List;
import java.util.Optional;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentTraits;

/** What else is known of customers than what they were segmented by, in segments. */
record Describing(CustomerSource source, PreparedCustomers prepared, Optional<String> id) {
    static final int MOST_TRAITS = 12;

    /** Returns how segments differ, the features first. */
    Contrasts contrasts(int[] labels) {
        String[] columns = source.describing(prepared.columns(), id).toArray(String[]::new);
        return Contrasts.of(prepared.customers(), labels, prepared.logged(), columns);
    }

    /** Returns up to {@value #MOST_TRAITS} columns beside the features by segment; the features where there is no other. */
    SegmentTraits traits(int[] labels) {
        List<String> features = prepared.columns();
        List<String> others = source.describing(features, id).stream()
                .filter(column -> !features.contains(column))
                .limit(MOST_TRAITS)
                .toList();
        return SegmentTraits.of(
                prepared.customers(), labels, (others.isEmpty() ? features : others).toArray(String[]::new));
    }
}
