package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.data.inspect.CustomerFiles;

/** Customers left out with a reason. */
class RowDecisionsTest {
    @TempDir
    private Path folder;

    private CustomerTable visits;

    @BeforeEach
    void readsVisits() {
        Path file = CustomerFiles.file(folder, "Note,Town,Visits,Spend\na,Ulm,4,1.5\nb,,2,\nc,Bonn,9,-3\nd,Ulm,1,2\n");
        visits = CustomerCsvReader.read(file, CustomerFiles.visits(), OnBadRow.STOP);
    }

    @Test
    void leaveOutWhatARulePicksAndKeepLinesAndOriginalRowsOfTheRest() {
        CustomerTable kept = visits.without("spend missing", customer -> customer.lacks("Spend"))
                .without("more than five visits", customer -> customer.number("Visits") > 5);

        assertThat(kept.rows()).isEqualTo(2);
        assertThat(kept.numbers("Visits")).containsExactly(4, 1);
        assertThat(kept.texts("Town")).containsExactly("Ulm", "Ulm");
        assertThat(kept.lines()).containsExactly(2, 5);
        assertThat(kept.originalRows()).containsExactly(List.of("a", "Ulm", "4", "1.5"), List.of("d", "Ulm", "1", "2"));
    }

    @Test
    void areCountedOneByOne() {
        RowDecisions decisions = visits.without("spend missing", customer -> customer.lacks("Spend"))
                .without("no town", customer -> customer.lacks("Town"))
                .without("from Bonn", customer -> customer.text("Town").equals("Bonn"))
                .decisions();

        assertThat(decisions.dropped()).isEqualTo(2);
        assertThat(decisions.kept()).isEqualTo(2);
        assertThat(decisions.steps())
                .containsExactly(
                        new RowDecisions.Step("spend missing", 1, 3),
                        new RowDecisions.Step("no town", 0, 3),
                        new RowDecisions.Step("from Bonn", 1, 2));
        assertThat(decisions.toTable().toText()).isEqualTo("""
                        decision                dropped  kept
                        ----------------------  -------  ----
                        rows read                     –     4
                        without: spend missing        1     3
                        without: no town              0     3
                        without: from Bonn            1     2""");
    }

    @Test
    void areNoneBeforeTheFirst() {
        assertThat(visits.decisions()).isEqualTo(new RowDecisions(4, List.of()));
        assertThat(visits.decisions().kept()).isEqualTo(4);
        assertThat(visits.decisions().dropped()).isZero();
    }

    @Test
    void leaveTheTableTheyStartFromAndWhatIsKnownOfTheFileAsTheyWere() {
        CustomerTable kept =
                visits.without("from Ulm", customer -> customer.text("Town").equals("Ulm"));

        assertThat(visits.rows()).isEqualTo(4);
        assertThat(visits.decisions().steps()).isEmpty();
        assertThat(kept.source()).isEqualTo(visits.source());
        assertThat(kept.quality()).isEqualTo(visits.quality());
        assertThat(kept.contentHash()).isEqualTo(visits.contentHash());
        assertThat(kept.originalHeader()).isEqualTo(visits.originalHeader());
    }

    @Test
    void needAReasonAndSomebodyLeft() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.without(" ", customer -> false))
                .withMessage("Leaving customers out needs a reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.without("anybody", customer -> true))
                .withMessage("Without customers of 'anybody' none of the 4 is left; ask for less");
    }

    @Test
    void refuseColumnsThatAreNotThereOrHoldNoNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.without("x", customer -> customer.number("Spent") > 1))
                .withMessage("visits has no column called Spent, only Town, Visits, Spend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.without("x", customer -> customer.number("Town") > 1))
                .withMessage("Column Town holds text, not numbers");
    }
}
