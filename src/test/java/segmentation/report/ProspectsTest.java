package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.profile.SegmentProfiles;
import segmentation.text.NumberText;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ProspectsTest {
    @Test
    void reckonsWithTheCostOfTheCampaignThatTheCatalogueKnows() {
        CustomerTable customers = DatasetStore.ofProject().load("customer-personality");
        double[] answers = customers.numbers("Response");
        int[] labels = IntStream.range(0, answers.length)
                .map(i -> i < answers.length / 3 ? 1 : 2)
                .toArray();
        SegmentProfiles profiles = profiles(answers, labels);
        Prospects prospects = new Prospects(profiles, Optional.of(new Subject(customers, labels, profiles)));

        int contacts = answers.length / 3;
        long yes = Arrays.stream(answers, 0, contacts)
                .filter(answer -> answer == 1)
                .count();
        long pays = (contacts * 3 + 10) / 11;
        assertThat(prospects.cost(profiles.segment(1)))
                .isEqualTo(
                        "%s contacts × 3 (its cost in the last campaign) = %s. It pays from %s acceptances at 11 each (27.3 %%). In that one %s of these %s accepted.",
                        NumberText.count(contacts),
                        NumberText.count(contacts * 3),
                        NumberText.count(pays),
                        NumberText.count(yes),
                        NumberText.count(contacts));
        assertThat(prospects.costOfAny(11))
                .isEqualTo(
                        "11 contacts × 3 (its cost in the last campaign) = 33. It pays from 3 acceptances at 11 each (27.3 %).");
    }

    @Test
    void leavesPlacesOpenWhereNobodyHasSaidWhatAContactCosts() {
        double[] visits = {1, 2, 9};
        int[] labels = {1, 1, 2};
        SegmentProfiles profiles = profiles(visits, labels);
        CustomerTable own = CustomerTable.of(Table.create("t", DoubleColumn.create("visits", visits)));

        for (Optional<Subject> subject :
                List.of(Optional.of(new Subject(own, labels, profiles)), Optional.<Subject>empty())) {
            assertThat(new Prospects(profiles, subject).cost(profiles.segment(1)))
                    .isEqualTo("2 contacts × cost of a contact ____ = ____. It pays from this sum ÷ margin of an answer"
                            + " ____ = ____ answers.");
            assertThat(new Prospects(profiles, subject).costOfAny(1)).startsWith("1 contact × cost");
        }
    }

    private static SegmentProfiles profiles(double[] values, int[] labels) {
        FeatureMatrix matrix = FeatureMatrix.of(
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new), "visits");
        return SegmentProfiles.of(matrix, Silhouette.of(matrix, labels));
    }
}
