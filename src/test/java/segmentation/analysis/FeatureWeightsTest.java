package segmentation.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segmentation.features.ScalingMethod;
import segmentation.features.Vectors;

class FeatureWeightsTest {
    private static final double[][] ROWS = rows();

    private static double[][] rows() {
        SplittableRandom random = new SplittableRandom(5);
        return Stream.generate(() -> new double[] {random.nextDouble(), 100 * random.nextDouble()})
                .limit(90)
                .toArray(double[][]::new);
    }

    private static Segmentation weighted(double weight) {
        return Segmentation.of(ROWS, "visits", "spend")
                .weights(Map.of("visits", weight))
                .k(3);
    }

    /** A feature that counts three times is as three columns of the same numbers. */
    private static Segmentation copied() {
        double[][] wide = Stream.of(ROWS)
                .map(row -> new double[] {row[0], row[0], row[0], row[1]})
                .toArray(double[][]::new);
        return Segmentation.of(wide, "visits", "again", "and again", "spend").k(3);
    }

    @ParameterizedTest
    @EnumSource(value = ScalingMethod.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void countAsCopiesOfTheColumnWould(ScalingMethod method) {
        Segmentation three = weighted(3).scaled(method);
        Segmentation copies = copied().scaled(method);

        assertThat(three.model().labels()).isEqualTo(copies.model().labels());
        assertThat(three.model().wcss()).isCloseTo(copies.model().wcss(), within(1e-9));
        assertThat(three.silhouette().mean()).isCloseTo(copies.silhouette().mean(), within(1e-9));
        assertThat(three.sensitivity().sentence())
                .as("what is tried otherwise keeps the weights")
                .isEqualTo(copies.sensitivity().sentence());
        assertThat(weighted(1).scaled(method).model().labels())
                .isNotEqualTo(three.model().labels());
    }

    @Test
    void stretchSquaredDistancesAndNothingElse() {
        double[][] once = weighted(1).prepared().matrix().toRows();
        double[][] often = weighted(2.5).prepared().matrix().toRows();

        double plain = Vectors.squaredDistance(once[0], once[1]);
        double visits = Math.pow(once[0][0] - once[1][0], 2);
        assertThat(Vectors.squaredDistance(often[0], often[1])).isCloseTo(plain + 1.5 * visits, within(1e-12));
        assertThat(weighted(2.5).profiles().segments().get(0).figures().get(1).mean())
                .as("profiles stay in original units")
                .isBetween(0.0, 100.0);
    }

    @Test
    void areInTheModelThatIsKept() {
        Segmentation segmentation = weighted(4);

        assertThat(Stream.of(ROWS)
                        .mapToInt(row ->
                                segmentation.modelFile().score(row).segment().getAsInt()))
                .containsExactly(
                        Arrays.stream(segmentation.model().labels()).boxed().toArray(Integer[]::new));
    }

    @Test
    void areSaidInWords() {
        FeatureWeights weights = new FeatureWeights(List.of("a", "b", "c"), Map.of("a", 2.0, "c", 0.25), 0, 1);

        assertThat(weights.sentence(List.of("income", "age", "visits")))
                .isEqualTo(
                        " In squared distances income 2 times and visits 0.25 times count, every other feature once.");
        assertThat(new FeatureWeights(List.of("a"), Map.of(), 0, 1).sentence(List.of("income")))
                .isEmpty();
    }

    @Test
    void refuseWhatIsNoFeatureOrHasNoUnit() {
        assertThatThrownBy(() -> Segmentation.of(ROWS, "visits", "spend")
                        .features("visits")
                        .weights(Map.of("spend", 2.0))
                        .prepared())
                .hasMessage("spend, whose weight is asked for, is no feature of numbers; those are visits");
        assertThatThrownBy(() -> weighted(0)).hasMessageContaining("a number above 0, such as 2, got 0.0 for visits");
        assertThatThrownBy(() -> weighted(Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> weighted(2).scaled(ScalingMethod.NONE).prepared())
                .hasMessageContaining("Weights are in units of a scaling");
    }
}
