package segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

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

    @Test
    void showsNumbersInTheFormatOfTheirColumnAndKeepsThemForTablesaw() {
        ResultTable result = ResultTable.titled("Towns")
                .text("town")
                .counts("people")
                .fixed(2, "mean")
                .shares("share")
                .figures("k")
                .row("Ulm", 126_000, 1.0 / 3, 0.405, 3)
                .row("Bonn", 9, Double.NaN, 1.0, ResultTable.Cell.of(4, "4 ★"))
                .build();

        Table table = result.table();

        assertThat(result.rows())
                .containsExactly(
                        List.of("Ulm", "126,000", "0.33", "40.5 %", "3"), List.of("Bonn", "9", "–", "100.0 %", "4 ★"));
        assertThat(table.name()).isEqualTo("Towns");
        assertThat(table.columnNames()).containsExactly("town", "people", "mean", "share", "k");
        assertThat(table.stringColumn("town").asList()).containsExactly("Ulm", "Bonn");
        assertThat(table.doubleColumn("people").asDoubleArray()).containsExactly(126_000, 9);
        assertThat(table.doubleColumn("mean").asDoubleArray()).containsExactly(1.0 / 3, Double.NaN);
        assertThat(table.doubleColumn("mean").countMissing()).isOne();
        assertThat(table.doubleColumn("k").asDoubleArray()).containsExactly(3, 4);
        assertThat(table.sortDescendingOn("share").stringColumn("town").get(0)).isEqualTo("Bonn");
    }

    @Test
    void readsFiguresThatWereAddedAsText() {
        ResultTable result = ResultTable.titled("")
                .figures("x")
                .row("2,240.5")
                .row("\u22120.33")
                .row("40.5 %")
                .row("–")
                .row("3 of 4")
                .build();

        assertThat(result.table().doubleColumn("x").asDoubleArray())
                .containsExactly(2240.5, -0.33, 0.405, Double.NaN, Double.NaN);
    }

    @Test
    void tellsColumnsOfOneTitleApartForTablesaw() {
        ResultTable result = ResultTable.titled("")
                .text("k")
                .figures("K", "k")
                .row("a", 1, 2)
                .build();

        assertThat(result.table().columnNames()).containsExactly("k", "K 2", "k 3");
    }

    @Test
    void alignsLettersOfEastAsiaByTheirWidth() {
        ResultTable table = ResultTable.titled("")
                .text("town", "n")
                .row("東京", "1")
                .row("Ulm", "2")
                .build();

        assertThat(table.toText()).isEqualTo("town  n\n----  -\n東京  1\nUlm   2");
    }
}
