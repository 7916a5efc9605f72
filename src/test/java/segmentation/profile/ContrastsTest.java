package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.customers.CustomerCsvReader;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.data.customers.DerivedColumn;
import segmentation.data.customers.OnBadRow;
import segmentation.data.dataset.Descriptor;

class ContrastsTest {
    private static final int[] LABELS = {1, 1, 2, 2};

    @TempDir
    private Path folder;

    private CustomerTable visits;

    @BeforeEach
    void readsVisits() throws IOException {
        visits = read("Ulm,1,10\nUlm,3,20\nUlm,5,10\nBonn,7,20\n");
    }

    @Test
    void ranksColumnsByTheirEffect() {
        Contrasts contrasts = Contrasts.of(visits, LABELS, "Spend", "Town", "Visits");

        assertThat(contrasts.columns()).containsExactly("Visits", "Town", "Spend");
        assertThat(contrasts.effect("Visits").value()).isCloseTo(.8, within(1e-12));
        assertThat(contrasts.effect("Town").value()).isCloseTo(Math.sqrt(1 / 3.0), within(1e-12));
        assertThat(contrasts.effect("Spend").value()).isZero();
    }

    @Test
    void tellsInFiguresHowASegmentDiffers() {
        List<Contrast> second =
                Contrasts.of(visits, LABELS, "Spend", "Town", "Visits").ofSegment(2);

        assertThat(second)
                .extracting(Contrast::sentence)
                .containsExactly(
                        "mean visits 6.00 against 4.00 of all customers",
                        "town Bonn: 50.0 % against 25.0 % of all customers",
                        "mean spend 15.0 € against 15.0 of all customers");
        assertThat(second.get(0).deviations()).isCloseTo(2 / Math.sqrt(5), within(1e-12));
        assertThat(second.get(1).deviations()).isCloseTo(.25 / Math.sqrt(3 / 16.0), within(1e-12));
        assertThat(second).extracting(Contrast::level).containsExactly(Level.HIGH, Level.HIGH, Level.MEDIUM);
    }

    @Test
    void tellsTheValueWhoseShareDiffersMostNotTheRarest() throws IOException {
        String most = "Ulm,1,1\n".repeat(53) + "Bonn,1,1\n".repeat(37);
        String few = "Ulm,1,1\n".repeat(7) + "Bonn,1,1\n" + "Kiel,1,1\n".repeat(2);
        int[] labels = IntStream.range(0, 100).map(i -> i < 90 ? 1 : 2).toArray();

        // Kiel, 20 % against 2 %, lies 1.29 deviations away and Bonn .58; but two customers are no trait.
        assertThat(Contrasts.of(read(most + few), labels, "Town")
                        .ofSegment(2)
                        .get(0)
                        .sentence())
                .isEqualTo("town Bonn: 10.0 % against 38.0 % of all customers");
    }

    @Test
    void showsARowForEachColumn() {
        assertThat(Contrasts.of(visits, LABELS, "Spend", "Town", "Visits")
                        .toTable()
                        .rows())
                .containsExactly(
                        List.of(
                                "Visits",
                                "eta² 0.800",
                                "0",
                                "segment 1: mean visits 2.00 against 4.00 of all customers"),
                        List.of(
                                "Town",
                                "Cramér's V 0.577",
                                "0",
                                "segment 1: town Bonn: 0.0 % against 25.0 % of all customers"),
                        List.of("Spend (€)", "eta² 0.000", "0", "no segment differs"));
    }

    @Test
    void writesANumberThatIsZeroOrOneAsAShare() {
        CustomerTable often = visits.with(new DerivedColumn(
                "Comes often",
                "",
                "often",
                "Three visits or more.",
                customer -> customer.number("Visits") < 3 ? 0 : 1));

        assertThat(Contrasts.of(often, LABELS, "Comes often")
                        .ofSegment(1)
                        .get(0)
                        .sentence())
                .isEqualTo("comes often: 50.0 % against 75.0 % of all customers");
    }

    @Test
    void countsWhatIsUnknownAndLeavesItOut() throws IOException {
        CustomerTable gaps = read("Ulm,1,10\n,3,\nUlm,5,10\nBonn,7,20\n");

        Contrasts contrasts = Contrasts.of(gaps, LABELS, "Town", "Spend");

        assertThat(contrasts.ofSegment(1))
                .extracting(Contrast::sentence)
                .containsExactlyInAnyOrder(
                        "town Bonn: 0.0 % against 33.3 % of all customers, 1 unknown left out",
                        "mean spend 10.0 € against 13.3 of all customers, 1 unknown left out");
        assertThat(contrasts.toTable().rows()).extracting(row -> row.get(2)).containsExactly("1", "1");
    }

    @Test
    void saysNothingOfAColumnThatASegmentDoesNotKnow() throws IOException {
        CustomerTable gaps = read("Ulm,1,\nUlm,3,\nUlm,5,10\nBonn,7,20\n");

        assertThat(Contrasts.of(gaps, LABELS, "Spend").ofSegment(1)).isEmpty();
        assertThat(Contrasts.of(gaps, LABELS, "Spend").ofSegment(2)).hasSize(1);
    }

    @Test
    void saysNothingOfAColumnOnWhichAllAgree() throws IOException {
        CustomerTable same = read("Ulm,1,10\nUlm,1,10\nUlm,1,10\nUlm,1,10\n");

        Contrasts contrasts = Contrasts.of(same, LABELS, "Town", "Spend");

        assertThat(contrasts.ofSegment(1)).isEmpty();
        assertThat(contrasts.toTable().rows()).extracting(row -> row.get(3)).containsOnly("no segment differs");
    }

    @Test
    void findsNoDifferenceWithinASingleSegment() {
        Contrasts contrasts = Contrasts.of(visits, new int[] {1, 1, 1, 1}, "Visits", "Town");

        assertThat(contrasts.toTable().rows()).extracting(row -> row.get(3)).containsOnly("no segment differs");
    }

    @Test
    void rejectsWhatItCannotCompare() {
        CustomerTable personality = DatasetStore.of(Path.of("data"), Map.of()).load("customer-personality");
        int[] one = new int[personality.rows()];
        Arrays.fill(one, 1);
        Contrasts contrasts = Contrasts.of(visits, LABELS, "Visits");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contrasts.of(personality, one, "Dt_Customer"))
                .withMessage("Column Dt_Customer holds dates, on which segments are not compared;"
                        + " derive a number such as days from it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contrasts.of(visits, LABELS))
                .withMessage("Name at least one column to compare the segments on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contrasts.of(visits, new int[] {1}, "Visits"))
                .withMessage("4 customers need as many labels, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contrasts.effect("Town"))
                .withMessage("Town was not compared, only [Visits]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contrasts.ofSegment(3))
                .withMessage("There are segments 1 to 2, got 3");
        assertThatIllegalArgumentException().isThrownBy(() -> contrasts.ofSegment(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void tellsTheSameOfTheSamePeopleWhateverTheirNumber(long seed) {
        CustomerTable mall = DatasetStore.of(Path.of("data"), Map.of()).load("mall-customers");
        int[] labels = new int[mall.rows()];
        Arrays.setAll(labels, i -> 1 + Math.floorMod(i * 31 + (int) seed * i / 7, 3));
        int[] renamed = Arrays.stream(labels).map(label -> 4 - label).toArray();

        assertThat(Contrasts.of(mall, renamed, "Age", "Gender").ofSegment(3))
                .extracting(Contrast::sentence)
                .isEqualTo(Contrasts.of(mall, labels, "Age", "Gender").ofSegment(1).stream()
                        .map(Contrast::sentence)
                        .toList());
    }

    private CustomerTable read(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("visits.csv"), "Town,Visits,Spend\n" + rows);
        return CustomerCsvReader.read(
                file,
                Descriptor.dataset(Path.of("src/test/resources/datasets/visits/datapackage.json")),
                OnBadRow.STOP);
    }
}
