package segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** Quintile scores and the names of the groups. */
class RfmScoresTest {

    @Test
    void givesEachFifthOfTenCustomersAScore() {
        RfmScores scores = RfmScores.of(IntStream.rangeClosed(1, 10)
                .mapToObj(i -> rfm("c" + i, 10 * i, i, 100 - i))
                .toList());

        // pandas.qcut(range(1, 11), 5): two values a quintile; fewer days are better.
        assertThat(scores.customers())
                .extracting(RfmScores.Score::cell)
                .containsExactly("515", "515", "424", "424", "333", "333", "242", "242", "151", "151");
    }

    @Test
    void givesEqualValuesEqualScores() {
        List<Rfm> customers = Stream.concat(
                        IntStream.range(0, 6).mapToObj(i -> rfm("once" + i, 5, 1, 10)),
                        Stream.of(rfm("a", 5, 2, 10), rfm("b", 5, 3, 10), rfm("c", 5, 4, 10), rfm("d", 5, 9, 10)))
                .toList();

        // Quintiles of 1 1 1 1 1 1 2 3 4 9 lie at 1, 1, 1.4 and 3.2.
        assertThat(RfmScores.of(customers).customers())
                .extracting(RfmScores.Score::frequency)
                .containsExactly(1, 1, 1, 1, 1, 1, 4, 4, 5, 5);
    }

    @Test
    void scoresASingleCustomer() {
        assertThat(RfmScores.of(List.of(rfm("a", 3, 2, 5))).customers())
                .singleElement()
                .extracting(RfmScores.Score::cell)
                .isEqualTo("511");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, champions",
        "5, 4, champions",
        "4, 4, loyal",
        "3, 5, loyal",
        "5, 3, potential loyalists",
        "4, 2, potential loyalists",
        "5, 1, new customers",
        "4, 1, promising",
        "3, 3, need attention",
        "3, 1, about to sleep",
        "2, 5, cannot lose them",
        "1, 5, cannot lose them",
        "1, 3, at risk",
        "2, 4, at risk",
        "2, 2, hibernating",
        "1, 1, hibernating"
    })
    void namesGroupsAsTheFieldDoes(int recency, int frequency, String label) {
        assertThat(RfmScores.Group.of(recency, frequency).label()).isEqualTo(label);
    }

    @Test
    void refusesNobody() {
        assertThatThrownBy(() -> RfmScores.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scores need at least one customer");
    }

    @Test
    void doesNotHangOnTheOrderOfCustomers() {
        SplittableRandom random = new SplittableRandom(7);
        List<Rfm> customers = IntStream.range(0, 200)
                .mapToObj(i -> rfm("c" + i, random.nextInt(90), 1 + random.nextInt(6), 1 + random.nextInt(50)))
                .toList();
        List<Rfm> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(RfmScores.of(shuffled).customers())
                .containsExactlyInAnyOrderElementsOf(RfmScores.of(customers).customers());
    }

    @Test
    void addsUpToAllCustomersAndAllMoney() {
        RfmScores scores = RfmScores.of(
                List.of(rfm("a", 1, 9, 600), rfm("b", 2, 7, 300), rfm("c", 200, 1, 50), rfm("d", 300, 1, 50)));

        // Days 1, 2, 200, 300 score 5, 4, 2, 1; purchases 9, 7, 1, 1 score 5, 4, 1, 1.
        Table groups = scores.toTable().table();
        assertThat(groups.stringColumn("group").asList()).containsExactly("champions", "loyal", "hibernating");
        assertThat(groups.doubleColumn("customers").asList()).containsExactly(1.0, 1.0, 2.0);
        assertThat(groups.column("share of money").asStringColumn().asList()).hasSize(3);
    }

    @Test
    void givesTheFiguresOfEachGroup() {
        RfmScores scores = RfmScores.of(
                List.of(rfm("a", 1, 9, 600), rfm("b", 2, 7, 300), rfm("c", 200, 1, 40), rfm("d", 300, 1, 60)));

        assertThat(scores.toTable().rows())
                .containsExactly(
                        List.of("champions", "bought lately and often", "1", "25.0 %", "1", "9", "60.0 %"),
                        List.of("loyal", "buy often, the last time not long ago", "1", "25.0 %", "2", "7", "30.0 %"),
                        List.of("hibernating", "bought long ago, seldom", "2", "50.0 %", "250", "1", "10.0 %"));
    }

    @Test
    void scoresByQuintilesThatAreKnown() {
        RfmScores.Quintiles fifths =
                new RfmScores.Quintiles(List.of(10., 20., 30., 40.), List.of(1., 2., 3., 4.), List.of(5., 6., 7., 8.));

        RfmScores.Score score = fifths.score(rfm("a", 20, 3, 9));

        assertThat(score.cells()).containsExactly("4", "3", "5", "potential loyalists");
        assertThat(score.cell()).isEqualTo("435");
        assertThat(fifths.group(20, 3)).isEqualTo(RfmScores.Group.POTENTIAL_LOYALISTS);
        assertThat(fifths.group(41, 5)).isEqualTo(RfmScores.Group.CANNOT_LOSE);
        assertThat(RfmScores.Quintiles.shares()).containsExactly(.2, .4, .6, .8);
    }

    @Test
    void hasATableOfCustomersToJoinAndSort() {
        Table table =
                RfmScores.of(List.of(rfm("a", 1, 9, 600), rfm("b", 2, 1, 300))).table();

        assertThat(table.columnNames())
                .containsExactly("customer", "recency days", "frequency", "monetary", "R", "F", "M", "group");
        assertThat(table.stringColumn("customer").asList()).containsExactly("a", "b");
        assertThat(table.longColumn("recency days").asList()).containsExactly(1L, 2L);
        assertThat(table.intColumn("frequency").asList()).containsExactly(9, 1);
        assertThat(table.doubleColumn("monetary").asList()).containsExactly(600.0, 300.0);
        assertThat(table.intColumn("R").asList()).containsExactly(5, 1);
        assertThat(table.intColumn("F").asList()).containsExactly(5, 1);
        assertThat(table.intColumn("M").asList()).containsExactly(5, 1);
        assertThat(table.stringColumn("group").asList()).containsExactly("champions", "hibernating");
    }

    private static Rfm rfm(String customer, int days, int frequency, int monetary) {
        return new Rfm(customer, days, frequency, BigDecimal.valueOf(monetary));
    }
}
