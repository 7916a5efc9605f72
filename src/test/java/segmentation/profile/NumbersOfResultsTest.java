package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Sensitivity;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.PrincipalComponents;
import segmentation.model.KMeansOptions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Results as Tablesaw tables hold the same figures as their shown tables, unrounded. */
class NumbersOfResultsTest {
    private static final FeatureMatrix MATRIX = Matrices.threeBlobs(1, 60, 2);
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(3);
    private final KSelection selection =
            KSelection.of(MATRIX, OPTIONS, 4, Set.of(Criterion.ELBOW, Criterion.SILHOUETTE));

    @Test
    void ofASweep() {
        Table table = selection.table();

        assertThat(table.columnNames()).containsExactly("k", "WCSS", "elbow", "silhouette");
        assertThat(table.doubleColumn("WCSS").get(2))
                .isEqualTo(selection.model(3).wcss());
        assertThat(table.doubleColumn("silhouette").isMissing(0)).isTrue();
        assertThat(table.doubleColumn("silhouette").max()).isEqualTo(selection.silhouette(3));
    }

    @Test
    void ofSegments() {
        Silhouette silhouette = selection.profile(3);
        SegmentProfiles profiles = SegmentProfiles.of(MATRIX, silhouette);

        Table table = profiles.table();

        assertThat(table.columnNames())
                .containsExactly("segment", "name", "customers", "share", "mean x1", "mean x2", "mean silhouette");
        assertThat(table.doubleColumn("mean x2").get(1))
                .isEqualTo(profiles.segment(2).figures().get(1).mean());
        assertThat(table.intColumn("customers").sum()).isEqualTo(60);
    }

    @Test
    void ofAComparisonAndOfASensitivity() {
        Table shuffles = NullComparison.ofFigures(2, .5, new double[] {.1, .2}).table();
        assertThat(shuffles.stringColumn("of").asList())
                .containsExactly("data", "shuffle 1", "shuffle 2", "cloud 1", "cloud 2");
        assertThat(shuffles.doubleColumn("mean silhouette").asDoubleArray()).containsExactly(.5, .1, .2, .1, .2);

        Table variants = Sensitivity.of(MATRIX, selection.model(3), OPTIONS)
                .withNeighbouringK()
                .table();
        assertThat(variants.intColumn("k").asDoubleArray()).containsExactly(2, 4);
        assertThat(variants.doubleColumn("adjusted Rand").max()).isLessThan(1);
    }

    @Test
    void ofPrincipalComponents() {
        Table table = PrincipalComponents.fit(MATRIX).table();

        assertThat(table.columnNames()).containsExactly("component", "share of variance", "shares so far", "x1", "x2");
        assertThat(table.doubleColumn("shares so far").get(1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void ofTraitsAndRules() {
        int[] labels = {1, 1, 2, 2};
        Table customers = Table.create(
                DoubleColumn.create("Age", 20, 30, 40, 60), StringColumn.create("City", "Bonn", "Ulm", "Ulm", ""));

        Table traits = SegmentTraits.of(customers, labels, "Age", "City").table();

        assertThat(traits.columnNames()).containsExactly("trait", "figure", "segment 1", "segment 2", "all");
        assertThat(traits.stringColumn("figure").asList())
                .containsExactly("mean", "median", "first quartile", "third quartile", "share", "share", "unknown");
        assertThat(traits.doubleColumn("segment 2").asDoubleArray()).containsExactly(50, 50, 45, 55, 0, 1, 1);
        Table rules = SegmentRules.of(FeatureMatrix.of(customers, "Age"), labels, List.of())
                .table();
        assertThat(rules.intColumn("of these in it").asDoubleArray()).containsExactly(2, 2);
        assertThat(IntStream.of(rules.intColumn("segment").asIntArray())).containsExactly(1, 2);
    }
}
