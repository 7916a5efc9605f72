package segmentation.data.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.RowIssue;
import segmentation.io.DataException;

/** What columns are taken for, which become features, and how they are named. */
class ColumnProfileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4, WHOLE_NUMBER",
        "1 2.5 3 4, NUMBER",
        "1 2 3 99999999999, NUMBER",
        "x y z z, TEXT",
        "NA ? - null, EMPTY",
        "2020-01-31 2020-02-01 NA 2020-03-01, DATE",
        "31.01.2020 01/02/2020 NA 1, TEXT",
        "1 2 x 4, TEXT",
        "1 inf 2 3, TEXT",
        "1 2 3 NaN, WHOLE_NUMBER",
        "0x1F 1d 1_000 5, TEXT"
    })
    void tellsTheKindOfAColumn(String cells, ColumnProfile.Kind kind) {
        assertThat(column("a", cells).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "CustomerID, 7 3 9, true",
        "customer_id, 7 3 9, true",
        "Kunden-Nr, 7 3 9, true",
        "kundennummer, 7 3 9, true",
        "ID, 7 3 9.5, false",
        "ID, 7 7 9, false",
        "Paid, 7 3 9, false",
        "Income, 7.5 3.25 9, false",
        "Income, 700 300 900, false",
        "row, 5 6 7, true",
        "row, 5 6 8, false",
        "plz, 01067 10115 80331, true",
        "size, 10067 10115 80331, false",
        "Customer key, c1 c7 c3, true",
        "Town, c1 c7 c3, false"
    })
    void suspectsIds(String name, String cells, boolean suspicious) {
        assertThat(column(name, cells).idReason().isPresent()).isEqualTo(suspicious);
    }

    @Test
    void offersAColumnOfNearlyAllNumbersOnlyByName() {
        CustomerFile file = file("a,b\n1,1\n2,1\n3,2\n4,3\n5,4\n6,5\n7,7\n8,6\n9,8\n1e308,9\n");

        FeatureProposal proposal = file.proposal();

        assertThat(proposal.taken()).containsExactly("b");
        assertThat(proposal.left().get("a"))
                .isEqualTo(
                        "1 cell is no usable number (first: line 11, \"1e308\"); name it as a feature to use the other rows");
        assertThat(file.warnings(List.of("a")))
                .containsExactly("a is used as a feature: 1 cell is no usable number (first: line 11, \"1e308\").");
        assertThat(file.customers(List.of("a"), Optional.empty()).quality().issues())
                .containsExactly(new RowIssue(
                        11,
                        "a",
                        "\"1e308\"",
                        "a number between -1e140 and 1e140 that is 0 or at least 1e-140 in size"));
    }

    @Test
    void leavesColumnsThatAreMostlyMissing() {
        assertThat(file("a,b\n1,1\n,2\nNA,2\n").proposal().left())
                .isEqualTo(Map.of("a", "the same value in all filled cells"));
        assertThat(file("a,b\n1,1\n3,2\n,3.5\n,2\n,2\n").proposal().left())
                .isEqualTo(Map.of("a", "3 of 5 cells are missing; name it as a feature to use the other rows"));
    }

    @Test
    void saysWhyThereIsNothingToTake() {
        assertThatThrownBy(() -> file("a,b\nx,$5\ny,$6\n").proposal())
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(": found no column to take as a feature (b: text; try --currency '$'), "
                        + "expected at least one column of differing numbers; see what the check command says of the "
                        + "columns.");
    }

    @Test
    void leavesTheIdOut() {
        FeatureProposal proposal = file("ward,a,b\n7,1,x\n9,2,y\n4,4,z\n").proposal();

        assertThat(proposal.taken()).containsExactly("ward", "a");
        assertThat(proposal.withoutId("ward").taken()).containsExactly("a");
        assertThat(proposal.withoutId("ward").left()).containsEntry("ward", "it is the id");
        assertThat(proposal.withoutId("b").left()).isEqualTo(Map.of("b", "it is the id"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proposal.withoutId("ward").withoutId("a"))
                .withMessage("No column but the id a can be taken as a feature; name the features to use with"
                        + " --features");
    }

    @Test
    void warnsOfIdsAndConstantsThatAreAskedForAsFeatures() {
        assertThat(file("ID,c\n5,1\n7,1\n2,1\n").warnings(List.of("id", "c")))
                .containsExactly(
                        "ID is used as a feature, though all values differ and the name says so: it looks like an id.",
                        "c is used as a feature, though all its values are the same.");
    }

    @Test
    void findsNamesWithoutCaseAndSpaces() {
        CustomerFile file = file("Annual Income,annual_income2,Age,age\n1,2,3,4\n");

        assertThat(file.column("annualincome").name()).isEqualTo("Annual Income");
        assertThat(file.column("age").place()).isEqualTo(3);
        assertThatThrownBy(() -> file.column("AGE"))
                .hasMessageEndingWith(": found 2 columns that \"AGE\" may mean: Age, age, expected the name of one; "
                        + "write it exactly as the header does.");
        assertThatThrownBy(() -> file.column("Anual Incom"))
                .hasMessageEndingWith(": found no column called \"Anual Incom\", expected one of its columns, such as "
                        + "Annual Income, annual_income2, Age; correct the name.");
    }

    @Test
    void refusesFeaturesThatAreNone() {
        CustomerFile file = file("a,b,e\n1,x,\n2,y,NA\n");

        assertThatThrownBy(() -> file.customers(List.of("b"), Optional.empty()))
                .hasMessageEndingWith(
                        ", column b: found 2 of 2 cells that are no numbers (first: line 2, \"x\"), expected "
                                + "numbers in a feature; leave it out of the features.");
        assertThatThrownBy(() -> file.customers(List.of("e"), Optional.empty()))
                .hasMessageEndingWith(
                        ", column e: found no value at all, expected numbers in a feature; leave it out of the features.");
        assertThatThrownBy(() -> file.customers(List.of("a", "A"), Optional.empty()))
                .hasMessageEndingWith(": found the feature a named twice, expected each feature once; leave one out.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.customers(List.of(), Optional.empty()))
                .withMessage("Segments need at least one feature");
    }

    @Test
    void leavesRepeatedAndMissingIdsOut() {
        CustomerTable table = file("id,a\n07,1\n7,2\n07,3\n,4\n8,5\n").customers(List.of("a"), Optional.of("ID"));

        assertThat(table.texts("id")).containsExactly("07", "7", "8");
        assertThat(table.quality().issues())
                .containsExactly(
                        new RowIssue(4, "id", "\"07\"", "a value used once, but line 2 has it too"),
                        new RowIssue(5, "id", "an empty cell", "a value that tells this customer from others"));
    }

    @Test
    void takesAFileWhoseIdsMostlyRepeatForTransactions() {
        CustomerFile file = file("id,a\nx,1\nx,2\nx,3\ny,4\ny,5\n");

        assertThatThrownBy(() -> file.customers(List.of("a"), Optional.of("id")))
                .hasMessageEndingWith(
                        ": found 3 of 5 rows that repeat an earlier id, expected one row a customer; "
                                + "if these are transactions, turn them into customers first with rfm; if id is no id, say --exclude id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "UNKNOWN", " unknown "})
    void takesFurtherMarkersForMissing(String cell) {
        Path path = CustomerFiles.file(folder, "a,b\n" + cell + ",1\n");

        CustomerFile file = CustomerFile.read(path, ReadingOptions.guessed().withMissing(List.of("Unknown")));

        assertThat(file.column("a").kind()).isEqualTo(ColumnProfile.Kind.EMPTY);
    }

    private ColumnProfile column(String name, String cells) {
        return file(name + ",x\n" + cells.replace(" ", ",x\n") + ",x\n")
                .columns()
                .get(0);
    }

    private CustomerFile file(String text) {
        return CustomerFile.read(CustomerFiles.file(folder, text), ReadingOptions.guessed());
    }
}
