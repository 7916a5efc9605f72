package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentRules;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.TableBlock;

class ExplanationTest {
    private final CustomerTable customers = DatasetStore.ofProject().load("mall-customers");
    private final FeatureMatrix matrix = FeatureMatrix.of(customers, "Annual Income (k$)", "Spending Score (1-100)");
    private final KMeansModel model =
            KMeans.fit(matrix, 5, KMeansOptions.defaults().withRestarts(20));
    private final SegmentRules rules = SegmentRules.of(matrix, model.labels(), List.of());

    @Test
    void tellsRulesThenEffects() {
        Contrasts contrasts = Contrasts.of(customers, model.labels(), "Age", "Gender");

        assertThat(Explanation.of(contrasts, rules))
                .extracting(Object::getClass)
                .containsExactly(Paragraph.class, TableBlock.class, TableBlock.class);
    }

    @Test
    void tellsWhatIsNotMediumAboutASegment() {
        Contrasts contrasts = Contrasts.of(customers, model.labels(), "Age", "Gender", "Spending Score (1-100)");

        assertThat(Explanation.ofSegment(contrasts, 4).text())
                .startsWith("Mean spending 82.")
                .doesNotContain("gender")
                .endsWith(".");
    }

    @Test
    void saysWhereASegmentIsLikeAllCustomers() {
        Contrasts contrasts = Contrasts.of(customers, model.labels(), "Gender");

        assertThat(Explanation.ofSegment(contrasts, 1).text())
                .isEqualTo("Close to all customers in everything compared.");
    }
}
