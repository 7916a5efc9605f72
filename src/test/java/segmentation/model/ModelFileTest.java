package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;

class ModelFileTest {
    private static final String AS_DOCUMENTED = """
        {
          "format": "customer segmentation model",
          "version": 1,
          "features": [ {
            "column": "Income (k$)",
            "name": "x1",
            "unit": "",
            "noun": "x1",
            "logged": false
          } ],
          "id": null,
          "scaling": {
            "method": "none",
            "centres": [ ],
            "spreads": [ ]
          },
          "outliers": null,
          "segments": [ {
            "segment": 1,
            "name": "Low",
            "size": 3,
            "farthest": 1.0,
            "centroid": [ 1.0 ]
          }, {
            "segment": 2,
            "name": "High",
            "size": 3,
            "farthest": 1.0,
            "centroid": [ 11.0 ]
          } ],
          "seed": 42,
          "restarts": 20,
          "checksum": "sha256:"
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void scoresByTheNearestCentroid() {
        ModelFile model = twoGroups(); // centroids 1 and 11, farthest 1 each

        assertThat(model.score(new double[] {0})).isEqualTo(new Score(OptionalInt.of(1), "Low", 1, ""));
        assertThat(model.score(new double[] {11})).isEqualTo(new Score(OptionalInt.of(2), "High", 0, ""));
        assertThat(model.score(new double[] {6}))
                .as("equally near")
                .extracting(Score::segment)
                .isEqualTo(OptionalInt.of(1));
        assertThat(model.k()).isEqualTo(2);
        assertThat(model.columns()).containsExactly("Income (k$)");
        assertThat(model.id()).isEmpty();
    }

    @Test
    void notesCustomersUnlikeAnySegmentAndStillNamesTheNearest() {
        Score score = twoGroups().score(new double[] {18.2});

        assertThat(score.segment()).hasValue(2);
        assertThat(score.distance()).isCloseTo(7.2, within(1e-12));
        assertThat(score.note()).isEqualTo("unlike any segment: distance 7.2, the farthest seen in training 1.0");
        assertThat(twoGroups().score(new double[] {12 + 1e-12}).note())
                .as("rounding")
                .isEmpty();
        assertThat(twoGroups().score(new double[] {12.0001}).note())
                .isEqualTo("unlike any segment: distance 1.0001, the farthest seen in training 1.0000");
    }

    @Test
    void givesNoSegmentWithoutAValue() {
        assertThat(twoGroups().score(new double[] {Double.NaN})).isEqualTo(Score.none("Income (k$) has no value"));
        assertThat(twoGroups().score(new double[] {Double.POSITIVE_INFINITY}).note())
                .isEqualTo("Income (k$) has no value");
        assertThat(twoGroups().score(new double[] {1e150}).note())
                .isEqualTo("values are too large to be measured against the training");
    }

    @Test
    void givesNoSegmentBeyondTheLimitsOfTheTraining() {
        FeatureMatrix raw = Matrices.ofColumn(0, 1, 2, 10, 11, 12);
        ModelFile model = twoGroups().withLimits(OutlierLimits.fit(raw, 1)).withId("Customer");

        assertThat(model.score(new double[] {30})).isEqualTo(Score.none("an outlier: x1 is 30.0, above 20.3"));
        assertThat(model.score(new double[] {12}).segment()).hasValue(2);
        assertThat(model.id()).hasValue("Customer");
    }

    @Test
    void givesNoSegmentWhereNoLogarithmCanBeTaken() {
        ModelFile model = model(Matrices.ofColumn(0, 1, 2, 10, 11, 12), Set.of("x1"), ScalingMethod.ZSCORE);

        assertThat(model.score(new double[] {-1}))
                .isEqualTo(Score.none("Income (k$) is negative, and its logarithm needs values from 0 up"));
        assertThat(model.score(new double[] {2}).segment()).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(ScalingMethod.class)
    void scoresTheSameBitsAfterAWayThroughAFile(ScalingMethod method) throws IOException {
        FeatureMatrix raw = Matrices.read(Matrices.noise(3, 300, 3), "a", "b", "c");
        Preprocessing preprocessing = Preprocessing.fit(raw, Set.of("x2"), method);
        FeatureMatrix prepared = preprocessing.apply(raw);
        KMeansOptions options = KMeansOptions.defaults().withRestarts(3);
        ModelFile written = ModelFile.of(
                        new FittedModel(preprocessing, prepared, KMeans.fit(prepared, 5, options), options),
                        List.of("1", "2", "<script>", "=cmd|' /C calc'!A0", "Größe 😀 \u202E"))
                .withLimits(OutlierLimits.fit(raw, .4))
                .withId("id");

        ModelFile read = ModelFile.read(stored(written.toJson()));

        assertThat(read.toJson()).isEqualTo(written.toJson()).endsWith("}\n");
        FeatureMatrix others = Matrices.noise(4, 500, 3);
        assertThat(IntStream.range(0, 500).mapToObj(i -> read.score(others.row(i))))
                .isEqualTo(IntStream.range(0, 500)
                        .mapToObj(i -> written.score(others.row(i)))
                        .toList());
    }

    @Test
    void keepsALimitThatIsNone() throws IOException {
        OutlierLimits limits = OutlierLimits.fit(Matrices.ofColumn(0, 0, 0, 0, 9), 3);

        ModelFile read = ModelFile.read(stored(twoGroups().withLimits(limits).toJson()));

        assertThat(read.limits().orElseThrow().lower()).containsExactly(Double.NEGATIVE_INFINITY);
        assertThat(read.limits().orElseThrow().upper()).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void looksAsDocumented() {
        assertThat(twoGroups().toJson().replaceFirst("[0-9a-f]{64}", "")).isEqualTo(AS_DOCUMENTED);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        FeatureMatrix raw = Matrices.ofColumn(0, 1, 2, 10, 11, 12);
        Preprocessing preprocessing = Preprocessing.fit(raw, Set.of(), ScalingMethod.NONE);
        KMeansOptions options = KMeansOptions.defaults();
        KMeansModel model = KMeans.fit(raw, 2, options);
        FittedModel fitted = new FittedModel(preprocessing, raw, model, options);
        FeatureMatrix twins = Matrices.read(Matrices.noise(1, 6, 2), "a", "a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.of(fitted, List.of("one")))
                .withMessage("2 segments need as many names, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.of(fitted, List.of("1", "2\n")))
                .withMessage("A segment needs a name of visible characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FittedModel(Preprocessing.fit(twins, Set.of(), ScalingMethod.NONE), twins, model, options))
                .withMessage("2 features need as many columns, all different, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FittedModel(preprocessing, twins, model, options))
                .withMessage("The preprocessing is of 1 features, the matrix of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FittedModel(preprocessing, Matrices.ofColumn(1), model, options))
                .withMessage("The model is of 6 customers, the matrix of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twoGroups().score(new double[2]))
                .withMessage("The model is of 1 features, got 2");
    }

    private Path stored(String json) throws IOException {
        return Files.writeString(folder.resolve("model.json"), json);
    }

    static ModelFile twoGroups() {
        return model(Matrices.ofColumn(0, 1, 2, 10, 11, 12), Set.of(), ScalingMethod.NONE);
    }

    @Test
    void keepsWhatIsLearnedOfCustomersWhoAreNotHere() {
        ModelFile model = model(Matrices.ofColumn(0, 1, 2, 10, 11, 12), Set.of(), ScalingMethod.NONE);

        ModelFile measured = model.withFarthest(new double[] {3, 4}).withMedians(6);

        assertThat(model.score(new double[] {4}).note()).contains("unlike any segment");
        assertThat(measured.score(new double[] {4}).note()).isEmpty();
        assertThat(measured.score(new double[] {15}).note()).isEmpty();
        assertThat(measured.score(new double[] {15.1}).note()).contains("farthest seen in training 4.0");
        assertThat(measured.names()).containsExactly("Low", "High");
        assertThat(measured.medians()).containsExactly(6);
        assertThat(ModelFile.ofJson(measured.toJson()).medians()).containsExactly(6);
        assertThat(ModelFile.ofJson(model.toJson()).medians()).containsExactly(Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.withMedians(1, 2))
                .withMessage("1 features need as many medians, got 2");
    }

    static ModelFile twoScaledGroups() {
        return model(Matrices.ofColumn(0, 1, 2, 10, 11, 12), Set.of(), ScalingMethod.ZSCORE);
    }

    static ModelFile model(FeatureMatrix raw, Set<String> logged, ScalingMethod method) {
        Preprocessing preprocessing = Preprocessing.fit(Matrices.read(raw, "Income (k$)"), logged, method);
        FeatureMatrix prepared = preprocessing.apply(raw);
        KMeansOptions options = KMeansOptions.defaults();
        KMeansModel fitted = KMeans.fit(prepared, 2, options);
        return ModelFile.of(new FittedModel(preprocessing, prepared, fitted, options), List.of("Low", "High"));
    }
}
