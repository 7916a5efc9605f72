package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;

class CustomerFeaturesTest {
    private final CustomerTable customers =
            DatasetStore.of(Path.of("data"), Map.of()).load("mall-customers");

    @Test
    void takesColumnsInTheOrderAskedForWithTheirUnits() {
        FeatureMatrix matrix = FeatureMatrix.of(customers, "Spending Score (1-100)", "Annual Income (k$)");

        assertThat(matrix.rows()).isEqualTo(200);
        assertThat(matrix.column(1)).containsExactly(customers.numbers("Annual Income (k$)"));
        assertThat(matrix.features())
                .containsExactly(
                        new Feature("Spending score", "points", "spending", "Spending Score (1-100)"),
                        new Feature("Annual income", "k$", "income", "Annual Income (k$)"));
    }

    @Test
    void turnsOneColumnIntoAnotherUnit() {
        FeatureMatrix matrix = FeatureMatrix.of(customers, "Annual Income (k$)", "Age");

        FeatureMatrix dollars = matrix.inUnit(0, "$", 1000);

        assertThat(dollars.at(3, 0)).isEqualTo(1000 * matrix.at(3, 0));
        assertThat(dollars.column(1)).containsExactly(matrix.column(1));
        assertThat(dollars.features().get(0).label()).isEqualTo("Annual income ($)");
    }

    @Test
    void rejectsColumnsThatAreNotThereOrHoldText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMatrix.of(customers, "Income"))
                .withMessageContaining("mall-customers has no column called Income, only CustomerID");
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureMatrix.of(customers, "Gender"));
    }
}
