package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.inspect.CustomerFiles;
import segmentation.io.DataException;

/** Faults of the whole file: refused under either policy, in one sentence. */
class BadFileTest {
    private static final Dataset MALL = CustomerFiles.mall();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(OnBadRow.class)
    void refusesAMissingFileNamingItAsItWasGiven(OnBadRow policy) {
        Path relative = Path.of("no", "such.csv");

        assertThatThrownBy(() -> CustomerCsvReader.read(relative, MALL, policy))
                .isInstanceOf(DataException.class)
                .hasMessage(relative + ": found no such file, expected a file; check the path.");
    }

    @Test
    void refusesAFolder() {
        assertRefused(folder, ": found a folder, expected a file; name a file inside it.");
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused(
                CustomerFiles.file(folder, ""),
                ", line 1: found an empty file, expected a header and rows of mall customers; check the file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\uFEFF", " \r\n\t\r\n", "\"\"\n"})
    void refusesAFileOfBlanksAsEmpty(String blanks) {
        assertRefused(
                CustomerFiles.file(folder, blanks),
                ", line 1: found an empty file, expected a header and rows of mall customers; check the file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\n,,,,\n"})
    void refusesAHeaderWithoutRows(String end) {
        assertRefused(
                CustomerFiles.file(folder, CustomerFiles.HEADER + end),
                ", line 1: found a header only, expected rows of mall customers below it; add rows.");
    }

    @Test
    void refusesAFileThatLacksAColumn() {
        assertRefused(
                CustomerFiles.file(
                        folder, "\nCustomerID,Gender,Annual Income (k$),Spending Score (1-100)\n1,Male,15,39\n"),
                ", line 2, column Age: found no such column, only CustomerID, Gender, Annual Income (k$), "
                        + "Spending Score (1-100), expected it in the header; "
                        + "add what is missing, or rename the column that holds it.");
    }

    @Test
    void namesEveryColumnThatIsMissing() {
        assertRefused(
                CustomerFiles.file(folder, "Gender,Age,,Note\nMale,19,,x\n"),
                ", line 1, column CustomerID: found no such column, only Gender, Age, no. 3, Note, "
                        + "expected it and also Annual Income (k$), Spending Score (1-100) in the header; "
                        + "add what is missing, or rename the column that holds it.");
    }

    @Test
    void refusesAFileWithoutAHeader() {
        assertRefused(
                CustomerFiles.file(folder, "1,Male,19,15,39\n2,Male,21,15,81\n"),
                ", line 1: found \"1,Male,19,15,39\", expected a header with CustomerID, Gender, Age, "
                        + "Annual Income (k$), Spending Score (1-100); add it as the first line.");
    }

    @Test
    void refusesARepeatedHeaderWhateverItsCase() {
        assertRefused(
                CustomerFiles.file(folder, CustomerFiles.HEADER + ",AGE\n1,Male,19,15,39,19\n"),
                ", line 1, column AGE: found this header twice (columns 3 and 6), expected each header once; "
                        + "rename or remove one.");
    }

    @Test
    void refusesAQuoteThatIsNeverClosedNamingWhereItOpens() {
        assertRefused(
                CustomerFiles.mallFile(folder, "1,Male,19,15,39", "2,\"Male,21,15,81", "3,Female,20,16,6"),
                ", line 3, column Gender: found a quoted cell that never ends, expected a quote (\") at both ends "
                        + "of the cell and none inside, or two in place of each one inside; correct the quotes.");
    }

    @Test
    void refusesAQuoteThatIsNeverClosedBehindQuotedLineBreaks() {
        Path file = CustomerFiles.file(
                folder,
                "\n" + CustomerFiles.HEADER + ",Note\n1,Male,19,15,39,\"a\nb\"\n2,Male,21,15,81,\"say \"\"x\"\"\n\n3");

        assertRefused(
                file,
                ", line 5, column Note: found a quoted cell that never ends, expected a quote (\") at both ends "
                        + "of the cell and none inside, or two in place of each one inside; correct the quotes.");
    }

    @Test
    void refusesAQuoteThatIsClosedByTheNextOneNamingWhereItOpens() {
        assertRefused(
                CustomerFiles.mallFile(folder, "1,\"Male,19,15,39", "2,\"Female\",21,15,81"),
                ", line 2, column Gender: found text after the closing quote of a cell, expected a quote (\") at both "
                        + "ends of the cell and none inside, or two in place of each one inside; correct the quotes.");
    }

    @Test
    void findsABadQuoteAmongSpacedQuotes() {
        assertRefused(
                CustomerFiles.mallFile(folder, "1, \"Male\" , 19, 15, 39", "2, Male, 21,\t\"15\" k, 81"),
                ", line 3, column Annual Income (k$): found text after the closing quote of a cell, expected a quote "
                        + "(\") at both ends of the cell and none inside, or two in place of each one inside; "
                        + "correct the quotes.");
    }

    @Test
    void refusesAQuoteThatIsNotClosedInTheHeader() {
        assertRefused(
                CustomerFiles.file(folder, "CustomerID,\"Gender,Age\n1,Male,19\n"),
                ", line 1, column no. 2: found a quoted cell that never ends, expected a quote (\") at "
                        + "both ends of the cell and none inside, or two in place of each one inside; "
                        + "correct the quotes.");
    }

    private static void assertRefused(Path file, String rest) {
        for (OnBadRow policy : OnBadRow.values()) {
            assertThatThrownBy(() -> CustomerCsvReader.read(file, MALL, policy))
                    .isInstanceOf(DataException.class)
                    .hasMessage(file + rest);
        }
    }
}
