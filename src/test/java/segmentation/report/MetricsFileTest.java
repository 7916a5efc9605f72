package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segmentation.analysis.InputRows;
import segmentation.analysis.InputRows.DroppedRow;
import segmentation.data.customers.RowIssue;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.GapReference;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.model.FittedModel;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.profile.SegmentProfiles;

class MetricsFileTest {
    private static final List<Feature> FEATURES =
            List.of(new Feature("Income", "k$", "income", "Income (k$)"), Feature.named("Score"));
    // Three groups of two customers each.
    private static final FeatureMatrix RAW = FeatureMatrix.ofRows(
            FEATURES, new double[][] {{10, 90}, {20, 90}, {50, 50}, {60, 50}, {90, 10}, {100, 10}, {95, 10}});
    private static final InputRows ROWS =
            new InputRows("customers.csv", 8, List.of(new DroppedRow(4, "Score: found an empty cell")));
    private static final KMeansOptions OPTIONS = new KMeansOptions(20, 300, 7);
    private static final String PLAIN = """
        {
          "version": 1,
          "data": {
            "file": "customers.csv",
            "rows": 8,
            "used": 7,
            "dropped": [ {
              "line": 4,
              "reason": "Score: found an empty cell"
            } ]
          },
          "features": [ "Income (k$)", "Score" ],
          "logged": [ ],
          "scaling": "none",
          "weights": { },
          "seed": 7,
          "restarts": 20,
          "sweep": [ {
            "k": 3,
            "wcss": 150.0,
        """;

    @Test
    void writesTheFiguresInTheOrderOfTheForm() {
        String json = metrics(ScalingMethod.NONE, Set.of()).toJson();

        assertThat(json).startsWith(PLAIN).endsWith("}\n").doesNotContain("NaN", "Infinity", "\r");
        assertThat(json).contains("""
              "choice": {
                "k": 3,
                "votes": { },
                "verdict": null,
                "nullRank": null
              },
              "segments": [ {
                "segment": 1,
                "name": "Low income, high score",
                "size": 2,
                "share": 0.2857142857142857,
                "centroid": {
                  "Income (k$)": 15.0,
                  "Score": 90.0
                },
            """);
    }

    @Test
    void givesTheOneKWhatTakesLittleTime() throws IOException {
        FittedModel fitted = fitted(ScalingMethod.ZSCORE, Set.of());

        JsonNode sweep = tree(metrics(fitted)).get("sweep");

        KSelection all = selection(fitted, EnumSet.allOf(Criterion.class));
        assertThat(sweep).hasSize(1);
        JsonNode one = sweep.get(0);
        assertThat(one.get("wcss").doubleValue()).isEqualTo(fitted.model().wcss());
        assertThat(one.get("silhouette").doubleValue()).isEqualTo(all.silhouette(3));
        assertThat(one.get("calinskiHarabasz").doubleValue()).isEqualTo(all.value(Criterion.CALINSKI_HARABASZ, 3));
        assertThat(one.get("daviesBouldin").doubleValue()).isEqualTo(all.value(Criterion.DAVIES_BOULDIN, 3));
        assertThat(one.get("bic").doubleValue()).isEqualTo(all.value(Criterion.BIC, 3));
        assertThat(one.get("silhouetteRows").intValue()).isEqualTo(7);
        for (String left : List.of("gap", "gapSe", "gapPca", "gapPcaSe", "predictionStrength")) {
            assertThat(one.get(left).isNull()).as(left).isTrue();
        }
    }

    @Test
    void tellsEveryKOfASweepWithItsVotes() throws IOException {
        FittedModel fitted = fitted(ScalingMethod.ZSCORE, Set.of());
        KSelection selection = selection(fitted, EnumSet.allOf(Criterion.class));

        JsonNode tree = tree(metrics(fitted).withSweep(selection));

        assertThat(tree.get("sweep")).hasSize(4);
        JsonNode first = tree.get("sweep").get(0);
        assertThat(first.get("silhouette").isNull()).isTrue();
        assertThat(first.get("silhouetteRows").isNull()).isTrue();
        assertThat(first.get("daviesBouldin").isNull()).isTrue();
        assertThat(first.get("predictionStrength").doubleValue()).isEqualTo(1);
        JsonNode third = tree.get("sweep").get(2);
        assertThat(third.get("k").intValue()).isEqualTo(3);
        assertThat(third.get("wcss").doubleValue()).isEqualTo(selection.model(3).wcss());
        assertThat(third.get("gap").doubleValue())
                .isEqualTo(selection.gap(GapReference.UNIFORM_BOX).gap(3));
        assertThat(third.get("gapSe").doubleValue())
                .isEqualTo(selection.gap(GapReference.UNIFORM_BOX).standardError(3));
        assertThat(third.get("gapPcaSe").doubleValue())
                .isEqualTo(selection.gap(GapReference.PCA_BOX).standardError(3));
        JsonNode votes = tree.get("choice").get("votes");
        assertThat(votes).hasSize(8);
        selection
                .votes()
                .forEach(vote -> assertThat(
                                votes.get(MetricsSweep.key(vote.criterion())).asInt())
                        .isEqualTo(vote.k().orElse(0)));
    }

    @Test
    void leavesNullWhatASweepLeftOut() throws IOException {
        FittedModel fitted = fitted(ScalingMethod.ZSCORE, Set.of());
        KSelection selection = selection(fitted, EnumSet.of(Criterion.ELBOW, Criterion.CALINSKI_HARABASZ));

        JsonNode tree = tree(metrics(fitted).withSweep(selection));

        JsonNode third = tree.get("sweep").get(2);
        assertThat(third.get("gap").isNull()).isTrue();
        assertThat(third.get("gapSe").isNull()).isTrue();
        assertThat(third.get("silhouette").doubleValue()).isEqualTo(selection.silhouette(3));
        assertThat(tree.get("choice").get("votes").properties()).hasSize(2);
        assertThat(violations(tree)).isEmpty();
    }

    @Test
    void ranksTheDataAmongItsShuffles() throws IOException {
        assertThat(nullRank(.9, .1, .2, .3)).as("beats all").isEqualTo(1);
        assertThat(nullRank(.2, .1, .2, .3)).as("a draw counts for the copy").isEqualTo(3);
        assertThat(nullRank(0, .1, .2, .3)).as("beats none").isEqualTo(4);
    }

    private static int nullRank(double silhouette, double... shuffled) throws IOException {
        NullComparison comparison = NullComparison.ofFigures(3, silhouette, shuffled);
        MetricsFile metrics =
                metrics(ScalingMethod.NONE, Set.of()).withEvidence(Optional.empty(), Optional.of(comparison));
        JsonNode choice = tree(metrics).get("choice");
        assertThat(choice.get("verdict").isNull()).isTrue();
        return choice.get("nullRank").intValue();
    }

    @Test
    void tellsVerdictAndStabilityWhereBothWereComputed() throws IOException {
        ClusterStability stability = ClusterStability.ofFigures(
                new int[] {2, 2, 3}, new double[][] {{1}, {.5}, {.9}}, new double[] {1}, List.of());
        NullComparison comparison = NullComparison.ofFigures(3, .9, new double[] {.1});

        JsonNode tree = tree(
                metrics(ScalingMethod.NONE, Set.of()).withEvidence(Optional.of(stability), Optional.of(comparison)));

        assertThat(tree.get("choice").get("verdict").textValue()).isEqualTo("weak");
        assertThat(tree.get("segments").findValues("jaccard"))
                .extracting(JsonNode::doubleValue)
                .containsExactly(1.0, .5, .9);
        assertThat(violations(tree)).isEmpty();
    }

    @Test
    void bringsCentroidsOfLoggedFeaturesBack() throws IOException {
        JsonNode tree = tree(metrics(ScalingMethod.ZSCORE, Set.of("Income")));

        assertThat(tree.get("logged").toString()).isEqualTo("[\"Income (k$)\"]");
        // exp of the mean of ln 11 and ln 21, less 1
        assertThat(tree.at("/segments/0/centroid").get("Income (k$)").doubleValue())
                .isCloseTo(Math.sqrt(11 * 21) - 1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(ScalingMethod.class)
    void isValidByItsSchema(ScalingMethod method) throws IOException {
        FittedModel fitted = fitted(method, Set.of("Score"));
        KSelection selection = selection(fitted, EnumSet.allOf(Criterion.class));

        assertThat(violations(tree(metrics(fitted)))).isEmpty();
        assertThat(violations(tree(metrics(fitted).withSweep(selection)))).isEmpty();
    }

    @Test
    void isNotValidWhereSomethingIsWrong() throws IOException {
        for (String key : List.of("version", "data", "features", "scaling", "sweep", "choice", "segments", "seed")) {
            ObjectNode tree = (ObjectNode) tree(metrics(ScalingMethod.NONE, Set.of()));
            tree.remove(key);
            assertThat(violations(tree)).as(key).isNotEmpty();
        }
        ObjectNode tree = (ObjectNode) tree(metrics(ScalingMethod.NONE, Set.of()));
        ((ObjectNode) tree.at("/segments/0")).put("silhouette", 1.5);
        ((ObjectNode) tree.get("choice")).put("verdict", "strong");
        assertThat(violations(tree)).hasSize(2);
    }

    @Test
    void collectsTheFaultsOfARowInOneReason() {
        assertThat(DroppedRow.of(List.of(
                        new RowIssue(3, "Age", "\"old\"", "a number"),
                        new RowIssue(9, "Age", "an empty cell", "a number"),
                        new RowIssue(9, "Id", "\"5\"", "a value used once"))))
                .containsExactly(
                        new DroppedRow(3, "Age: found \"old\", expected a number"),
                        new DroppedRow(
                                9,
                                "Age: found an empty cell, expected a number; Id: found \"5\", expected a value used"
                                        + " once"));
    }

    @Test
    void refusesPartsThatDoNotFit() {
        FittedModel fitted = fitted(ScalingMethod.NONE, Set.of());
        Silhouette silhouette = Silhouette.of(fitted.prepared(), fitted.model().labels());
        SegmentProfiles profiles = SegmentProfiles.of(RAW, silhouette);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricsFile.of(new InputRows("a", 9, List.of()), fitted, profiles, silhouette))
                .withMessageContaining("The model has 7 rows and 3 segments, the rows used are 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InputRows("a", 1, List.of(new DroppedRow(2, "x"))))
                .withMessage("Of 1 rows 1 cannot be left out; one at least is segmented");
    }

    private static FittedModel fitted(ScalingMethod method, Set<String> logged) {
        Preprocessing preprocessing = Preprocessing.fit(RAW, logged, method);
        FeatureMatrix prepared = preprocessing.apply(RAW);
        KMeansModel model = KMeans.fit(prepared, 3, OPTIONS);
        return new FittedModel(preprocessing, prepared, model, OPTIONS);
    }

    private static MetricsFile metrics(ScalingMethod method, Set<String> logged) {
        return metrics(fitted(method, logged));
    }

    private static MetricsFile metrics(FittedModel fitted) {
        Silhouette silhouette = Silhouette.of(fitted.prepared(), fitted.model().labels());
        return MetricsFile.of(ROWS, fitted, SegmentProfiles.of(RAW, silhouette), silhouette);
    }

    private static KSelection selection(FittedModel fitted, Set<Criterion> criteria) {
        return KSelection.of(fitted.prepared(), OPTIONS, 4, criteria);
    }

    private static JsonNode tree(MetricsFile metrics) throws IOException {
        return new ObjectMapper().readTree(metrics.toJson());
    }

    private static Set<ValidationMessage> violations(JsonNode tree) throws IOException {
        try (InputStream stored = MetricsFile.class.getResourceAsStream("metrics.schema.json")) {
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(stored);
            return schema.validate(tree);
        }
    }
}
