package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
    private static final List<Feature> INCOME_AND_SCORE =
            List.of(new Feature("Annual income", "k$"), Feature.named("Spending score"));

    @Test
    void laysValuesOutRowByRow() {
        FeatureMatrix matrix = FeatureMatrix.of(INCOME_AND_SCORE, new double[] {15, 39, 16, 81, 17, 6});

        assertThat(matrix.rows()).isEqualTo(3);
        assertThat(matrix.columns()).isEqualTo(2);
        assertThat(matrix.at(1, 1)).isEqualTo(81);
        assertThat(matrix.row(2)).containsExactly(17, 6);
        assertThat(matrix.column(0)).containsExactly(15, 16, 17);
        assertThat(matrix).hasToString("3 customers × 2 features: Annual income (k$), Spending score");
    }

    @Test
    void isNotChangedThroughTheArraysItTakesOrGives() {
        double[] given = {1, 2};
        FeatureMatrix matrix = FeatureMatrix.of(INCOME_AND_SCORE, given);

        given[0] = 99;
        matrix.values()[0] = 99;
        matrix.row(0)[0] = 99;
        matrix.column(0)[0] = 99;

        assertThat(matrix.at(0, 0)).isEqualTo(1);
    }

    @Test
    void countsRowsThatDifferOnlyAsFarAsAsked() {
        FeatureMatrix matrix = Matrices.of(new double[] {1, 2}, new double[] {1, 2}, new double[] {2, 1});

        assertThat(matrix.hasDistinctRows(2)).isTrue();
        assertThat(matrix.hasDistinctRows(3)).isFalse();
        assertThat(matrix.distinctRows(1)).isEqualTo(1);
        assertThat(matrix.distinctRows(9)).isEqualTo(2);
    }

    @Test
    void leavesOneFeatureOut() {
        FeatureMatrix matrix = Matrices.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});

        assertThat(matrix.without(1).toRows()).isDeepEqualTo(new double[][] {{1, 3}, {4, 6}});
        assertThat(matrix.without(1).features()).containsExactly(Feature.named("x1"), Feature.named("x3"));
        assertThat(matrix.without(0).without(1).values()).containsExactly(2, 5);
        assertThat(matrix.columns()).as("the matrix itself").isEqualTo(3);
    }

    @Test
    void keepsTheOnlyFeatureAndRefusesOneThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrices.ofColumn(1, 2).without(0))
                .withMessage("Feature 0 of 1 cannot be left out; name one of at least two, counted from 0");
        FeatureMatrix two = Matrices.of(new double[] {1, 2});
        assertThatIllegalArgumentException().isThrownBy(() -> two.without(2));
        assertThatIllegalArgumentException().isThrownBy(() -> two.without(-1));
    }

    @Test
    void rejectsAMissingNumberAndNamesItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.of(INCOME_AND_SCORE, new double[] {1, 2, 3, Double.NaN}))
                .withMessage("Spending score is NaN in row 2; clustering needs a finite number in every cell");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.of(INCOME_AND_SCORE, new double[] {Double.POSITIVE_INFINITY, 2}))
                .withMessageContaining("Annual income is Infinity in row 1");
    }

    @Test
    void rejectsANumberTooLargeToSquare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.of(INCOME_AND_SCORE, new double[] {1, 2, -1e150, 3}))
                .withMessage("Annual income is -1.000e+150 in row 2;"
                        + " clustering needs numbers between ±1e140, so correct it or change the unit");
    }

    @Test
    void rejectsShapesThatAreNoMatrix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.of(INCOME_AND_SCORE, new double[] {1, 2, 3}))
                .withMessage("3 values cannot be laid out in rows of 2 features");
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureMatrix.of(INCOME_AND_SCORE, new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureMatrix.of(List.of(), new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.ofRows(INCOME_AND_SCORE, new double[][] {{1, 2}, {3}}))
                .withMessage("A row has 1 values, there are 2 features");
        assertThatIllegalArgumentException().isThrownBy(() -> Feature.named(" "));
    }
}
