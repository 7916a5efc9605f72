package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FeatureMatrixOfTableTest {
    private static final Table TABLE = Table.create(
            StringColumn.create("Name", "a", "b"),
            IntColumn.create("Age", 20, 30),
            DoubleColumn.create("Income", 1.5, 2.5));

    @Test
    void takesColumnsOfATablesawTable() {
        FeatureMatrix matrix = FeatureMatrix.of(TABLE, "Income", "Age");

        assertThat(matrix.toRows()).isDeepEqualTo(new double[][] {{1.5, 20}, {2.5, 30}});
        assertThat(matrix.features()).extracting(Feature::column).containsExactly("Income", "Age");
    }

    @Test
    void takesAllNumericColumnsWhereNoneIsNamed() {
        assertThat(FeatureMatrix.of(TABLE).features()).extracting(Feature::name).containsExactly("Age", "Income");
    }

    @Test
    void refusesTextAndMissingValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.of(TABLE, "Name"))
                .withMessage("There is no numeric column Name; there are Age, Income");
        IntColumn missing = IntColumn.create("Age", 20, 30);
        missing.setMissing(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.of(Table.create(missing)))
                .withMessage("Age is NaN in row 2; clustering needs a finite number in every cell");
    }

    @Test
    void takesPlainRowsWithNamesOrWithout() {
        double[][] rows = {{1, 2}, {3, 4}};

        assertThat(FeatureMatrix.of(rows).features()).extracting(Feature::name).containsExactly("x1", "x2");
        assertThat(FeatureMatrix.of(rows, "a", "b").column(1)).containsExactly(2, 4);
        assertThat(FeatureMatrix.of(rows, "a", "b").features())
                .extracting(Feature::name)
                .containsExactly("a", "b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.of(rows, "a"))
                .withMessage("A row has 2 values, there are 1 features");
    }
}
