package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.customers.CustomerCsvReader;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.data.customers.OnBadRow;
import segmentation.data.dataset.Descriptor;
import segmentation.stats.Interval;

class TargetRankingTest {
    private static final int[] LABELS = {1, 1, 1, 2, 2};
    private static final List<String> NAMES = List.of("Rare", "Often");
    private static final CampaignPlan PLAN = new CampaignPlan(.1, .5, .4, 1);

    @TempDir
    private Path folder;

    @Test
    void ranksBySizeTimesValueTimesHitRate() throws IOException {
        TargetRanking ranking = TargetRanking.of(visits(), LABELS, NAMES, "Spend", "Visits");

        // Visits 1, 2, 4 have quartiles 1.5 and 3; one of them lies between, and so do both visitors of segment 2.
        assertThat(ranking.targets())
                .containsExactly(
                        new TargetRanking.Target(2, "Often", 2, 100, new Interval(90, 110), 3, 3, 2, 2),
                        new TargetRanking.Target(1, "Rare", 3, 20, new Interval(10, 30), 1.5, 3, 1, 3));
        assertThat(ranking.targets())
                .extracting(TargetRanking.Target::weight)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(200),
                        second -> assertThat(second).isCloseTo(20, within(1e-12)));
    }

    @Test
    void showsTheOrder() throws IOException {
        assertThat(TargetRanking.of(visits(), LABELS, NAMES, "Spend", "Visits").toTable())
                .hasToString("""
                    Segments as targets: customers × spend × hit rate; 95 % intervals in brackets
                    rank  segment  name   customers   mean spend (€)  visits addressed  addressed                     hit rate  share of product
                    ----  -------  -----  ---------  ---------------  ----------------  ---------  ---------------------------  ----------------
                       1        2  Often          2  100 (90 to 110)        3.0 to 3.0          2  100.0 % (34.2 % to 100.0 %)            90.9 %
                       2        1  Rare           3    20 (10 to 30)        1.5 to 3.0          3     33.3 % (6.1 % to 79.2 %)             9.1 %\
                    """);
    }

    @Test
    void showsWhatACampaignCouldEarnByCardAndByBand() throws IOException {
        TargetRanking ranking = TargetRanking.of(visits(), LABELS, NAMES, "Spend", "Visits");

        // One who answers brings 100 × 0.5 × 0.4 = 20 in segment 2 and 4 in segment 1; one in ten answers.
        assertThat(ranking.earnings(PLAN).rows())
                .containsExactly(
                        List.of("2", "Often", "2", "2", "5.0 %", "2", "2", "5.0 %"),
                        List.of("1", "Rare", "3", "−2", "25.0 %", "3", "−3", "75.0 %"));
        assertThat(ranking.earnings(new CampaignPlan(.1, .5, .4, 5)).rows().get(1))
                .as("a contact costs more than an answer brings")
                .contains("never");
    }

    @Test
    void showsTwoRankingsOfTheSameSegmentsSideBySide() throws IOException {
        CustomerTable visits = visits();
        TargetRanking bySpend = TargetRanking.of(visits, LABELS, NAMES, "Spend", "Visits");
        TargetRanking byVisits = TargetRanking.of(visits, LABELS, NAMES, "Visits", "Visits");

        // By visits: 3 × 7/3 × 1/3 = 7/3 against 2 × 3 × 1 = 6; nothing is earned of so few.
        assertThat(bySpend.beside(byVisits, PLAN).rows())
                .containsExactly(
                        List.of("2", "Often", "2", "100.0 %", "90.9 %", "2", "72.0 %", "−2"),
                        List.of("1", "Rare", "3", "33.3 %", "9.1 %", "−2", "28.0 %", "−3"));
        TargetRanking others = TargetRanking.of(visits, LABELS, List.of("A", "B"), "Visits", "Visits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bySpend.beside(others, PLAN))
                .withMessage("Both must rank the same segments; the other lacks 2, Often");
    }

    @Test
    void saysWhomToAddressFirstAndWhatThatNets() throws IOException {
        TargetRanking ranking = TargetRanking.of(visits(), LABELS, NAMES, "Spend", "Visits");

        // 2 members, of whom one in ten brings 100 × 0.5 × 0.4 = 20, and 2 contacts at 1: 4 − 2; it pays from 1 in 20.
        assertThat(ranking.sentence(PLAN))
                .isEqualTo("By spend, segment 2 (often) comes first, with 90.9 % of customers × spend × hit rate;"
                        + " by card a campaign nets 2 € there and pays from 5.0 % who answer.");
        assertThat(ranking.sentence(new CampaignPlan(.1, .5, .4, 25)))
                .as("a contact costs more than an answer brings")
                .endsWith("nets −46 € there, which no share of answers would change.");
    }

    @Test
    void namesTheUnitOfWhatACampaignNets() throws IOException {
        TargetRanking ranking = TargetRanking.of(visits(), LABELS, NAMES, "Spend", "Visits");

        assertThat(ranking.beside(ranking, PLAN).columns())
                .extracting(column -> column.title())
                .endsWith("share by spend", "net by spend (€)", "share by spend", "net by spend (€)");
    }

    @Test
    void reachesNobodyWhereNobodyIsInTheMiddleOrTheColumnIsUnknown() throws IOException {
        CustomerTable visits = read("Ulm,1,10\nUlm,9,20\nUlm,,30\nBonn,,40\nBonn,,40\n");

        TargetRanking ranking = TargetRanking.of(visits, LABELS, NAMES, "Spend", "Visits");

        assertThat(ranking.targets()).extracting(TargetRanking.Target::hitRate).containsExactly(0.0, 0.0);
        assertThat(ranking.targets()).extracting(TargetRanking.Target::segment).containsExactly(1, 2);
        assertThat(ranking.toTable().rows())
                .extracting(row -> row.get(5), row -> row.get(8))
                .containsExactly(tuple("3.0 to 7.0", "0.0 %"), tuple("– to –", "0.0 %"));
    }

    @Test
    void valuesASegmentByTheMembersWhoseValueIsKnown() throws IOException {
        CustomerTable visits = read("Ulm,1,10\nUlm,2,\nUlm,4,30\nBonn,3,90\nBonn,3,110\n");

        assertThat(TargetRanking.of(visits, LABELS, NAMES, "Spend", "Visits")
                        .targets()
                        .get(1)
                        .value())
                .isEqualTo(20);
    }

    @Test
    void rejectsWhatItCannotRank() throws IOException {
        CustomerTable unknown = read("Ulm,1,\nUlm,2,\nUlm,4,\nBonn,3,90\nBonn,3,110\n");
        CustomerTable visits = visits();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetRanking.of(unknown, LABELS, NAMES, "Spend", "Visits"))
                .withMessage("Segment 1 has a mean value of NaN; ranking needs one from 0 up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetRanking.of(visits, LABELS, List.of("Rare"), "Spend", "Visits"))
                .withMessage("2 segments need as many names, got 1");
        assertThatIllegalArgumentException().isThrownBy(() -> TargetRanking.of(visits, LABELS, NAMES, "Spend", "Town"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void ranksTheSamePeopleTheSameWhateverTheirNumber(long seed) {
        CustomerTable mall = DatasetStore.of(Path.of("data"), Map.of()).load("mall-customers");
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = IntStream.range(0, mall.rows())
                .map(i -> i < 3 ? i + 1 : random.nextInt(1, 4))
                .toArray();
        int[] renamed = Arrays.stream(labels).map(label -> 4 - label).toArray();

        assertThat(weights(mall, renamed)).isEqualTo(weights(mall, labels));
    }

    private static List<Double> weights(CustomerTable mall, int[] labels) {
        return TargetRanking.of(mall, labels, List.of("A", "B", "C"), "Annual Income (k$)", "Age").targets().stream()
                .map(TargetRanking.Target::weight)
                .toList();
    }

    private CustomerTable visits() throws IOException {
        return read("Ulm,1,10\nUlm,2,20\nUlm,4,30\nBonn,3,90\nBonn,3,110\n");
    }

    private CustomerTable read(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("visits.csv"), "Town,Visits,Spend\n" + rows);
        return CustomerCsvReader.read(
                file,
                Descriptor.dataset(Path.of("src/test/resources/datasets/visits/datapackage.json")),
                OnBadRow.STOP);
    }
}
