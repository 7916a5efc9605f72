package segmentation.evaluation;

import java.util.List;
import java.util.stream.Stream;
import segmentation.data.customers.OriginalData;
import segmentation.data.customers.PersonalityColumns;
import segmentation.data.customers.PersonalityRows;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;

/** The features of the published files that the references speak of; a test is skipped where a file is missing. */
final class OriginalFeatures {
    private OriginalFeatures() {}

    /** Mall customers: income × spending score, all 200 rows, z-scores. */
    static FeatureMatrix mall() {
        return scaled(raw("mall-income_score"));
    }

    /** Shop customers: five numbers, all 2,000 rows, z-scores. */
    static FeatureMatrix shop() {
        return scaled(raw("shop-numeric5"));
    }

    /** Customer personality: age in 2025, income, amounts, channels; 2,212 rows, z-scores. */
    static FeatureMatrix personality() {
        return scaled(raw("personality-seed002"));
    }

    /** Returns the features of a reference file in original units. */
    static FeatureMatrix raw(String reference) {
        return switch (reference) {
            case "mall-income_score" ->
                FeatureMatrix.of(OriginalData.load("mall-customers"), "Annual Income (k$)", "Spending Score (1-100)");
            case "shop-numeric5" ->
                FeatureMatrix.of(
                        OriginalData.load("shop-customers"),
                        "Age",
                        "Annual Income ($)",
                        "Spending Score (1-100)",
                        "Work Experience",
                        "Family Size");
            case "personality-income_spend_purchases" -> personality("Income", "Total spend", "Total purchases");
            case "personality-seed002" ->
                personality(Stream.of(
                                List.of("Age", "Income"), PersonalityColumns.amounts(), PersonalityColumns.purchases())
                        .flatMap(List::stream)
                        .toArray(String[]::new));
            default -> throw new IllegalArgumentException("No reference called " + reference);
        };
    }

    private static FeatureMatrix personality(String... columns) {
        return FeatureMatrix.of(PersonalityRows.kept(OriginalData.load("customer-personality")), columns);
    }

    private static FeatureMatrix scaled(FeatureMatrix raw) {
        return Standardizer.fit(raw).apply(raw);
    }
}
