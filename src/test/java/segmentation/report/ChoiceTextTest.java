package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import segmentation.analysis.AllCustomers;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Population;
import segmentation.analysis.Segmentation;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.io.AtomicFile;
import segmentation.model.KMeansOptions;
import segmentation.model.ModelFile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.stats.NormalDraws;

class ChoiceTextTest {
    @Test
    void saysWhereNoDivisionHasAVote() {
        KSelection selection = KSelection.of(
                Matrices.noise(1, 200, 2), KMeansOptions.defaults().withRestarts(5), 4, Set.of(Criterion.GAP_UNIFORM));
        Silhouette silhouette = selection.profile(selection.bestByVotes());

        assertThat(ChoiceText.of(selection, silhouette.k()))
                .contains(
                        "1 of 1 voices is for k = 1: Gap (uniform box). So no number of segments is called for. The k = "
                                + silhouette.k() + " used here is a convenient cut, ");
    }

    /** A sample has two heaps, and k is chosen on it; all customers are said to be two halves of both. */
    @Test
    void saysNoMoreThanTheVerdictWhereKWasChosenOnASample() {
        double[][] rows = new double[200][];
        NormalDraws draws = NormalDraws.of(42);
        Arrays.setAll(rows, i -> new double[] {draws.normal(i % 2 == 0 ? 0 : 6, 1), draws.normal(0, 1)});
        Segmentation onSample = Segmentation.of(rows, "x", "noise").restarts(5).skip(CostlyPart.PREDICTION_STRENGTH);
        Segmentation ofAll = onSample.standingFor(new Halves(FeatureMatrix.of(rows, "x", "noise")));

        assertThat(Narrative.of(onSample).choice()).contains("At k = 2 they are clear, so it is used");
        assertThat(ofAll.evidence().verdict()).isPresent().isNotEqualTo(Optional.of(GroupVerdict.CLEAR));
        assertThat(Narrative.of(ofAll).choice())
                .contains("At k = 2 they looked clear while k was chosen")
                .contains("the verdict on all of them is "
                        + ofAll.evidence().verdict().orElseThrow().label() + ".")
                .doesNotContain("are clear");
    }

    /** Customers elsewhere of whom a matrix is a sample, in two segments that differ in the second feature alone. */
    private record Halves(FeatureMatrix raw) implements Population, Population.Learned {
        @Override
        public Learned learn(List<Feature> features, Set<String> logged, ScalingMethod scaling, OptionalDouble factor) {
            return this;
        }

        @Override
        public Preprocessing preparation() {
            return Preprocessing.fit(raw, Set.of(), ScalingMethod.ZSCORE);
        }

        @Override
        public AllCustomers clustered(Preprocessing prepared, double[][] start, int maxIterations) {
            return new AllCustomers(100, List.of(half(-1), half(1)));
        }

        private AllCustomers.Segment half(double place) {
            List<FeatureFigures> figures = raw.features().stream()
                    .map(feature -> new FeatureFigures(feature, place, place, -3, 3, false, place))
                    .toList();
            return new AllCustomers.Segment(rows() / 2, new double[] {0, place}, 3, figures);
        }

        @Override
        public int rows() {
            return 10 * raw.rows();
        }

        @Override
        public int sampled() {
            return raw.rows();
        }

        @Override
        public int leftOut() {
            return 0;
        }

        @Override
        public Optional<OutlierLimits> limits() {
            return Optional.empty();
        }

        @Override
        public Population population() {
            return this;
        }

        @Override
        public String engine() {
            return "elsewhere";
        }

        @Override
        public CustomerFile table() {
            throw new UnsupportedOperationException("The sample is known");
        }

        @Override
        public List<String> categories(String column, List<String> features) {
            throw new UnsupportedOperationException("There are no categories");
        }

        @Override
        public AtomicFile.Content segmented(ModelFile model) {
            throw new UnsupportedOperationException("Nothing is written");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
