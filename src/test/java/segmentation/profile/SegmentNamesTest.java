package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

class SegmentNamesTest {

    @Test
    void namesPeopleByIncomeAndSpending() {
        assertThat(names(
                        List.of("Annual Income (k$)", "Spending Score (1-100)"),
                        new double[][] {{10, 90}, {20, 90}, {90, 10}, {100, 10}, {50, 50}, {60, 50}},
                        1,
                        1,
                        2,
                        2,
                        3,
                        3))
                .containsExactly("Eager spenders on small incomes", "Careful high earners", "Everyday customers");
    }

    @Test
    void saysWhoIsOlderWhereAgeTellsThemApart() {
        assertThat(names(
                        List.of("Age", "Total spend"),
                        new double[][] {{20, 5}, {22, 5}, {60, 5}, {62, 5}, {40, 50}, {42, 52}},
                        1,
                        1,
                        2,
                        2,
                        3,
                        3))
                .containsExactly("Younger light spenders", "Older light spenders", "Big spenders");
    }

    @Test
    void addsAWordWhereTwoWouldShareAName() {
        assertThat(names(
                        List.of("MntWines", "NumDealsPurchases"),
                        new double[][] {{5, 0}, {5, 0}, {5, 9}, {5, 9}, {90, 4}, {90, 4}},
                        1,
                        1,
                        2,
                        2,
                        3,
                        3))
                .containsExactly("Light spenders rarely on deals", "Light spenders keen on deals", "Big spenders");
    }

    @Test
    void readsTheWordsOfAColumnThatAProgramNamed() {
        assertThat(names(
                        List.of("visits_per_year", "total_spend_eur", "days_since_last_visit"),
                        new double[][] {{2, 5, 90}, {2, 5, 90}, {9, 90, 5}, {9, 90, 5}, {2, 90, 50}, {2, 90, 50}},
                        1, 1, 2, 2, 3, 3))
                .containsExactly("Light spenders", "Big spenders seen lately", "Big spenders");
    }

    @Test
    void neverUsesTheNameOfAColumn() {
        assertThat(names(
                        List.of("xq_17", "zeta"),
                        new double[][] {{1, 1}, {1, 1}, {9, 9}, {9, 9}, {9, 1}, {1, 9}},
                        1,
                        1,
                        2,
                        2,
                        3,
                        4))
                .containsExactly(
                        "Below the others",
                        "Above the others",
                        "High in part, low in part, group 3",
                        "High in part, low in part, group 4");
    }

    @Test
    void namesSegmentsThatDoNotDiffer() {
        assertThat(names(List.of("x"), new double[][] {{1}, {1}, {1}, {1}}, 1, 1, 2, 2))
                .containsExactly("Close to all customers, group 1", "Close to all customers, group 2");
    }

    private static List<String> names(List<String> columns, double[][] rows, int... labels) {
        FeatureMatrix matrix =
                FeatureMatrix.ofRows(columns.stream().map(Feature::named).toList(), rows);
        return SegmentProfiles.of(matrix, Silhouette.of(matrix, labels)).shortNames();
    }
}
