package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.inspect.CustomerFiles;
import segmentation.io.DataException;

/** Faults of single rows: they stop the reading, or the row is dropped and listed. */
class BadRowTest {
    private static final Dataset MALL = CustomerFiles.mall();
    private static final String GOOD = "1,Male,19,15,39";
    private static final String ADVICE = "; correct the file or drop faulty rows.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "2,Male,old,15,81 ! Age ! \"old\" ! a whole number from 0 to 120",
                "2,Male,21.5,15,81 ! Age ! \"21.5\" ! a whole number from 0 to 120",
                "2,Male,21,15,0 ! Spending Score (1-100) ! \"0\" ! a whole number from 1 to 100",
                "2,Male,21,15,101 ! Spending Score (1-100) ! \"101\" ! a whole number from 1 to 100",
                "2,Male,21,15000,81 ! Annual Income (k$) ! \"15000\" ! a whole number from 0 to 1000",
                "2,Male,-1,15,81 ! Age ! \"-1\" ! a whole number from 0 to 120",
                "2,Mail,21,15,81 ! Gender ! \"Mail\" ! Female or Male",
                "2,Male, ,15,81 ! Age ! an empty cell ! a whole number from 0 to 120",
                "2,NA,21,15,81 ! Gender ! \"NA\" ! Female or Male",
                ",Male,21,15,81 ! CustomerID ! an empty cell ! a whole number from 1 to 999999999",
                "1,Male,21,15,81 ! CustomerID ! \"1\" ! a value used once, but line 2 has it too",
                "0001,Male,21,15,81 ! CustomerID ! \"0001\" ! a value used once, but line 2 has it too",
                "2,Male,21 ! Annual Income (k$) ! 3 cells ! 5 cells as in the header",
                "2 ! Gender ! 1 cell ! 5 cells as in the header",
                "2,Male,21,15,81, ! no. 6 ! 6 cells ! 5 cells as in the header",
            })
    void stopsAtAFaultyRowAndSaysWhatIsWrong(String row, String column, String found, String expected) {
        Path file = CustomerFiles.mallFile(folder, GOOD, row);

        assertThatThrownBy(() -> CustomerCsvReader.read(file, MALL, OnBadRow.STOP))
                .isInstanceOf(DataException.class)
                .hasMessage("%s, line 3, column %s: found %s, expected %s%s", file, column, found, expected, ADVICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "2,Male,old,15,81 ! Age ! \"old\" ! a whole number from 0 to 120",
                "2,Male,21,15,101 ! Spending Score (1-100) ! \"101\" ! a whole number from 1 to 100",
                "1,Male,21,15,81 ! CustomerID ! \"1\" ! a value used once, but line 2 has it too",
                "2,Male,21 ! Annual Income (k$) ! 3 cells ! 5 cells as in the header",
                "2,Male,,15,81 ! Age ! an empty cell ! a whole number from 0 to 120",
            })
    void dropsAFaultyRowAndListsIt(String row, String column, String found, String expected) {
        Path file = CustomerFiles.mallFile(folder, GOOD, row, "3,Female,20,16,6");

        CustomerTable table = CustomerCsvReader.read(file, MALL, OnBadRow.DROP);

        assertThat(table.texts("CustomerID")).containsExactly("1", "3");
        assertThat(table.lines()).containsExactly(2, 4);
        assertThat(table.quality().issues()).containsExactly(new RowIssue(3, column, found, expected));
        assertThat(table.quality().rowsRead()).isEqualTo(3);
        assertThat(table.quality().rowsKept()).isEqualTo(2);
        assertThat(table.quality().rowsDropped()).isOne();
    }

    @Test
    void namesTheFirstFaultyRowAndHowManyMore() {
        Path file = CustomerFiles.mallFile(folder, "1,Male,x,15,y", GOOD, "2,Male,21,15", "3,Male,20,16,0");

        assertThatThrownBy(() -> CustomerCsvReader.read(file, MALL, OnBadRow.STOP))
                .hasMessage(file + ", line 2, column Age: found \"x\", expected a whole number from 0 to 120; "
                        + "correct the file or drop faulty rows (2 more faulty rows).");
    }

    @Test
    void refusesAFileInWhichEveryRowIsFaultyEvenWhenDropping() {
        Path file = CustomerFiles.mallFile(folder, "1,Male,x,15,39", "2,Male,y,15,81");

        assertThatThrownBy(() -> CustomerCsvReader.read(file, MALL, OnBadRow.DROP))
                .hasMessage(file + ", line 2, column Age: found \"x\", expected a whole number from 0 to 120; "
                        + "correct the file or drop faulty rows (1 more faulty row).");
    }

    @Test
    void listsEveryFaultOfARowThatIsDroppedOnce() {
        Path file = CustomerFiles.mallFile(folder, GOOD, "2,Mail,x,15,81");

        DataQuality quality = CustomerCsvReader.read(file, MALL, OnBadRow.DROP).quality();

        assertThat(quality.rowsDropped()).isOne();
        assertThat(quality.issues()).extracting(RowIssue::column).containsExactly("Gender", "Age");
    }

    @Test
    void letsAnotherRowUseTheIdOfADroppedOne() {
        Path file = CustomerFiles.mallFile(folder, "7,Male,x,15,39", "7,Male,21,15,81");

        CustomerTable table = CustomerCsvReader.read(file, MALL, OnBadRow.DROP);

        assertThat(table.lines()).containsExactly(3);
    }

    @Test
    void countsPhysicalLinesThroughBlankLinesAndQuotedLineBreaks() {
        Path file = CustomerFiles.file(
                folder,
                "\r\n \r\n" + CustomerFiles.HEADER
                        + ",Note\r\n1,Male,19,15,39,\"two\r\nlines\"\r\n\r\n2,Male,x,15,81,\r\n3,Female,20,16,6,ok\r\n");

        CustomerTable table = CustomerCsvReader.read(file, MALL, OnBadRow.DROP);

        assertThat(table.lines()).containsExactly(4, 8);
        assertThat(table.quality().issues()).extracting(RowIssue::line).containsExactly(7);
        assertThat(table.quality().format().blankLines()).isEqualTo(3);
    }

    @Test
    void keepsAFoundCellOnOneLineAndShort() {
        Path file = CustomerFiles.mallFile(folder, GOOD, "2,\"a\nb\u2028" + "é".repeat(60) + "\",21,15,81");

        assertThatThrownBy(() -> CustomerCsvReader.read(file, MALL, OnBadRow.STOP))
                .hasMessage(file + ", line 3, column Gender: found \"a b " + "é".repeat(35)
                        + "…\", expected Female or Male" + ADVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "0x10", "1,5", "1e999999999", "1_000", "١٢", "--1", ".", "1e", "3000000000"})
    void takesNoOtherTextForANumber(String text) {
        Path file = CustomerFiles.file(folder, "Town;Visits;Spend\nUlm;" + text + ";1\n");

        assertThatThrownBy(() -> CustomerCsvReader.read(file, CustomerFiles.visits(), OnBadRow.STOP))
                .hasMessage(
                        "%s, line 2, column Visits: found \"%s\", expected a whole number from 0 to 2147483647%s",
                        file, text, ADVICE);
    }

    @Test
    void saysWhichNumberIsExpectedWhereOneEndOfTheRangeIsOpen() {
        Path file = CustomerFiles.file(folder, "Town,Visits,Spend\nUlm,1,5000.01\n");

        assertThatThrownBy(() -> CustomerCsvReader.read(file, CustomerFiles.visits(), OnBadRow.STOP))
                .hasMessage(
                        "%s, line 2, column Spend: found \"5000.01\", expected a number of at most 5000%s",
                        file, ADVICE);
    }

    @Test
    void namesAColumnAsTheFileDoes() {
        Path file = CustomerFiles.file(folder, CustomerFiles.HEADER.replace("Gender", "Genre") + "\n1,x,19,15,39\n");

        assertThatThrownBy(() -> CustomerCsvReader.read(file, MALL, OnBadRow.STOP))
                .hasMessage("%s, line 2, column Genre: found \"x\", expected Female or Male%s", file, ADVICE);
    }
}
