package segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void alignsTextLeftAndFiguresRight() {
        ResultTable table = ResultTable.titled("Towns")
                .text("town")
                .figures("people")
                .text("river")
                .row("Ulm", "126,000", "Danube")
                .row("Bonn", "9", "")
                .build();

        assertThat(table.toText()).isEqualTo("""
                        Towns
                        town   people  river
                        ----  -------  ------
                        Ulm   126,000  Danube
                        Bonn        9""");
    }

    @Test
    void showsItsHeaderWhereThereAreNoRows() {
        ResultTable table = ResultTable.titled("").text("town").build();

        assertThat(table).hasToString("town\n----");
        assertThat(table.toTable()).isSameAs(table);
    }

    @Test
    void copiesWhatItIsGiven() {
        List<String> row = new ArrayList<>(List.of("Ulm"));
        ResultTable table = ResultTable.titled("").text("town").row(row).build();

        row.set(0, "Bonn");

        assertThat(table.rows()).containsExactly(List.of("Ulm"));
    }

    @Test
    void refusesARaggedRow() {
        ResultTable.Builder table = ResultTable.titled("").text("town", "river").row("Ulm");

        assertThatIllegalArgumentException()
                .isThrownBy(table::build)
                .withMessage("A row has 1 cells, the table has 2 columns");
    }

    @Test
    void refusesToHaveNoColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(ResultTable.titled("")::build)
                .withMessage("A table needs at least one column");
    }
}
