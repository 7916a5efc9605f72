package segmentation.data.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.RowIssue;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.io.DataException;

/** A file that nobody described, read by what it shows. */
class CustomerFileTest {
    private static final String SHOP = """
            Kunden-Nr;Ort;Umsatz (€);Besuche;Seit;Besuche
            1;Köln;12,5;3;01.02.2020;1
            2;Ulm;7,25;NA;13.02.2020;1
            3;;-1;4;14.02.2020;2
            5;Bonn;abc;4;15.02.2020;2
            """;

    @TempDir
    private Path folder;

    @Test
    void findsDelimiterDecimalsNamesAndKinds() {
        CustomerFile file = read(SHOP);

        assertThat(file.name()).isEqualTo("customers.csv");
        assertThat(file.rows()).isEqualTo(4);
        assertThat(file.header()).containsExactly("Kunden-Nr", "Ort", "Umsatz (€)", "Besuche", "Seit", "Besuche_2");
        assertThat(file.delimiter()).isEqualTo(';');
        assertThat(file.decimalComma()).isTrue();
        assertThat(file.columns())
                .extracting(ColumnProfile::kind)
                .containsExactly(
                        ColumnProfile.Kind.WHOLE_NUMBER,
                        ColumnProfile.Kind.TEXT,
                        ColumnProfile.Kind.TEXT,
                        ColumnProfile.Kind.WHOLE_NUMBER,
                        ColumnProfile.Kind.DATE,
                        ColumnProfile.Kind.WHOLE_NUMBER);
    }

    @Test
    void keepsCellsAsWritten() {
        CustomerFile file = read("a,b\n 1 ,\"x,\ny\"\n2\n");

        assertThat(file.cells()).containsExactly(List.of(" 1 ", "x,\ny"), List.of("2", ""));
        assertThat(file.lines()).containsExactly(2, 4);
    }

    @Test
    void takesNumbersForMissingWhereAskedTo() {
        Path path = CustomerFiles.file(folder, "Visits\tSpend\n3\t999\n-1\t2.50\n4\t7\n");
        CustomerFile file = CustomerFile.read(path, ReadingOptions.guessed().withMissing(List.of("999", "-1")));

        assertThat(file.columns()).extracting(ColumnProfile::missing).containsExactly(1, 1);
        assertThat(file.customers(List.of("Visits"), Optional.empty()).texts("Spend"))
                .containsExactly("", "7");
    }

    @Test
    void listsTheFaultsWithoutTheOtherChecks() {
        CustomerTable table = read(SHOP).customers(List.of("besuche"), Optional.of("Kunden-Nr"));

        assertThat(table.issues()).hasSize(1).isEqualTo(table.quality().issues());
    }

    @Test
    void leavesRowsOutThatLackAFeatureAndNoOthers() {
        CustomerTable table = read(SHOP).customers(List.of("besuche"), Optional.of("Kunden-Nr"));

        assertThat(table.numbers("Besuche")).containsExactly(3, 4, 4);
        assertThat(table.lines()).containsExactly(2, 4, 5);
        assertThat(table.quality().issues())
                .containsExactly(new RowIssue(3, "Besuche", "\"NA\"", "a number with a decimal comma"));
        assertThat(table.dataset().field("Umsatz (€)").unit()).isEqualTo("€");
        assertThat(table.texts("Seit")).containsExactly("2020-02-01", "2020-02-14", "2020-02-15");
    }

    @Test
    void takesAParenthesisForTheUnitUnlessItIsARange() {
        Dataset dataset = read("Annual Income (k$),Spending Score (1-100)\n15,39\n16,81\n")
                .customers(List.of("Annual Income (k$)"), Optional.empty())
                .dataset();

        Field income = dataset.field("Annual Income (k$)");
        Field score = dataset.field("Spending Score (1-100)");
        assertThat(List.of(income.title(), income.noun(), income.unit()))
                .containsExactly("Annual Income", "annual income", "k$");
        assertThat(List.of(score.title(), score.noun(), score.unit()))
                .containsExactly("Spending Score (1-100)", "spending score", "");
    }

    @Test
    void proposesDifferingNumbersThatAreNoIds() {
        FeatureProposal proposal =
                read("id,a,b,c\n7,1,x,5\n9,2,y,5\n4,1.5,z,5\n").proposal();

        assertThat(proposal.taken()).containsExactly("a");
        assertThat(proposal.left())
                .isEqualTo(Map.of(
                        "id", "all values differ and the name says so: it looks like an id",
                        "b", "text",
                        "c", "the same value in all filled cells"));
    }

    @Test
    void refusesNumbersThatCanBeReadInTwoWays() {
        assertThatThrownBy(() -> read("a;b\n1,234;2\n5,678;3\n"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        ": found \"1,234\" in column a, which may be a thousand and more or a number with "
                                + "three decimals, expected numbers that can be read one way only; say which with "
                                + "--decimal comma or --thousands comma.");
    }

    private CustomerFile read(String text) {
        return CustomerFile.read(CustomerFiles.file(folder, text), ReadingOptions.guessed());
    }
}
