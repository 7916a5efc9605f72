package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.data.CustomerTable;
import segmentation.data.DatasetStore;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentRules;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.TableBlock;

class ExplanationTest {
    private final CustomerTable customers = DatasetStore.ofProject().load("mall-customers");
    private final FeatureMatrix matrix = FeatureMatrix.of(customers, "Annual Income (k$)", "Spending Score (1-100)");
    private final KMeansModel model = KMeans.fit(matrix, KMeansOptions.of(5).withRestarts(20));
    private final SegmentRules rules = SegmentRules.of(matrix, model.labels(), List.of());

    @Test
    void tellsRulesThenSegmentsThenEffects() {
        Contrasts contrasts = Contrasts.of(customers, model.labels(), "Age", "Gender", "Spending Score (1-100)");

        List<Block> blocks = Explanation.of(contrasts, rules);

        assertThat(blocks)
                .extracting(Object::getClass)
                .containsExactly(Paragraph.class, TableBlock.class, Bullets.class, TableBlock.class);
        assertThat(((Bullets) blocks.get(2)).items())
                .hasSize(5)
                .allSatisfy(item -> assertThat(item).doesNotContain("gender"));
        assertThat(((Bullets) blocks.get(2)).items().get(3))
                .startsWith("Segment 4: mean spending 82.6 points against 50.2 of all customers")
                .endsWith(".");
    }

    @Test
    void saysWhereASegmentIsLikeAllCustomers() {
        Contrasts contrasts = Contrasts.of(customers, model.labels(), "Gender");

        assertThat(((Bullets) Explanation.of(contrasts, rules).get(2)).items().get(0))
                .isEqualTo("Segment 1: close to all customers in everything compared.");
    }
}
