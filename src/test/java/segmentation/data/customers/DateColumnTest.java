package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Descriptor;
import segmentation.data.inspect.CustomerFiles;
import segmentation.data.value.DateFormat;
import segmentation.io.DataException;

/** How a column of dates is read: in one style, decided by the whole column. */
class DateColumnTest {
    private static final Dataset MEMBERS =
            Descriptor.dataset(Path.of("src/test/resources/datasets/members/datapackage.json"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "04-09-2012, 13-03-2014, dd-mm-yyyy, day first",
        "04/09/2012, 13/03/2014, dd/mm/yyyy, day first",
        "4.9.2012, 13.3.2014, dd.mm.yyyy, day first",
        "9/4/2012, 3/13/2014, mm/dd/yyyy, month first",
        "09-04-2012, 03-13-2014, mm-dd-yyyy, month first",
        "2012-09-04, 2014-03-13, yyyy-mm-dd, year first",
        "2012/9/4, 2014/3/13, yyyy/mm/dd, year first",
    })
    void readsTheOneStyleThatAllCellsFit(String first, String second, String written, String order) {
        CustomerTable members = read(first, second);

        assertThat(members.texts("Since")).containsExactly("2012-09-04", "2014-03-13");
        DateFormat format = members.quality().format().dates().get(0);
        assertThat(format.column()).isEqualTo("Since");
        assertThat(format.written()).isEqualTo(written);
        assertThat(format.order()).isEqualTo(order);
        assertThat(format.dates()).isEqualTo(2);
    }

    @Test
    void takesAnAmbiguousCellAsTheColumnIsWritten() {
        assertThat(read("1/2/2013", "12/31/2013").texts("Since")).containsExactly("2013-01-02", "2013-12-31");
        assertThat(read("1/2/2013", "31/12/2013").texts("Since")).containsExactly("2013-02-01", "2013-12-31");
    }

    @Test
    void readsDayFirstWhereNothingTellsAndSaysSo() {
        CustomerTable members = read("01-02-2013", "11-12-2013");

        assertThat(members.texts("Since")).containsExactly("2013-02-01", "2013-12-11");
        assertThat(members.quality().toTable().toText())
                .contains("Dates in Since")
                .contains("dd-mm-yyyy")
                .contains("read day first by rule: all fit month first too");
    }

    @Test
    void saysHowManyCellsDecided() {
        assertThat(read("01-02-2013", "13-12-2013", "14-12-2013")
                        .quality()
                        .toTable()
                        .toText())
                .contains("read day first: 2 of 3 fit nothing else");
    }

    @Test
    void givesCopiesThatDifferInTheirDatesOneHash() {
        assertThat(read("04-09-2012", "13-03-2014").contentHash())
                .isEqualTo(read("9/4/2012", "3/13/2014").contentHash());
    }

    @ParameterizedTest
    @CsvSource({
        "13-09-2012, 09-13-2012",
        "13-09-2012, 9/4/2012",
        "13/09/2012, 2012-09-13",
    })
    void refusesAColumnThatMixesStylesEvenWhereRowsMayBeDropped(String one, String other) {
        Path file = file(one, one, other);

        assertThatThrownBy(() -> CustomerCsvReader.read(file, MEMBERS, OnBadRow.DROP))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "%s, line 4, column Since: found \"%s\" where others are written %s, expected one way to write "
                                + "dates in the whole column, since day and month may else be exchanged; "
                                + "write all of them as yyyy-mm-dd.",
                        file, other, one.contains("/") ? "dd/mm/yyyy" : "dd-mm-yyyy");
    }

    @ParameterizedTest
    @CsvSource({"30-02-2013", "4-9-12", "31-13-2013", "4 September 2012", "41156", "04-09/2012"})
    void refusesOrDropsACellThatIsNoDate(String cell) {
        Path file = file("13-09-2012", cell);

        assertThatThrownBy(() -> CustomerCsvReader.read(file, MEMBERS, OnBadRow.STOP))
                .hasMessage(
                        "%s, line 3, column Since: found \"%s\", expected a date as dd-mm-yyyy; "
                                + "correct the file or drop faulty rows.",
                        file, cell);
        assertThat(CustomerCsvReader.read(file, MEMBERS, OnBadRow.DROP).rows()).isOne();
    }

    @Test
    void keepsMissingDatesAndNeedsNone() {
        CustomerTable some = read("", "13-09-2012");
        CustomerTable none = read("", "");

        assertThat(some.texts("Since")).containsExactly("", "2012-09-13");
        assertThat(some.table().dateColumn("Since").asList()).containsExactly(null, LocalDate.of(2012, 9, 13));
        assertThat(none.quality().missing()).containsEntry("Since", 2);
        assertThat(none.quality().format().dates()).isEmpty();
    }

    @Test
    void passesOverRaggedRowsWhenItDecides() {
        Path file = CustomerFiles.file(folder, "No,Since,Degree\n1,13-09-2012,Basic\n2,09/13/2012\n");

        assertThat(CustomerCsvReader.read(file, MEMBERS, OnBadRow.DROP).texts("Since"))
                .containsExactly("2012-09-13");
    }

    @ParameterizedTest
    @CsvSource({"2n Cycle", "2n;Cycle", "2nCycle", "2N_CYCLE", "2n-cycle"})
    void readsAllowedValuesWhateverStandsBetweenTheirLetters(String cell) {
        Path file = CustomerFiles.file(folder, "No,Since,Degree\n1,2012-09-04," + cell + "\n");

        CustomerTable members = CustomerCsvReader.read(file, MEMBERS, OnBadRow.STOP);

        assertThat(members.texts("Degree")).containsExactly("2n Cycle");
    }

    @Test
    void joinsAnAllowedValueThatTheDelimiterCutInTwo() {
        Path file = CustomerFiles.file(folder, "No;Degree;Since\n1;2n;Cycle;2012-09-04\n2;Basic;2012-09-05\n");

        CustomerTable members = CustomerCsvReader.read(file, MEMBERS, OnBadRow.STOP);

        assertThat(members.texts("Degree")).containsExactly("2n Cycle", "Basic");
        assertThat(members.texts("Since")).containsExactly("2012-09-04", "2012-09-05");
        assertThat(members.originalRows().get(0)).containsExactly("1", "2n;Cycle", "2012-09-04");
        assertThat(members.quality().tidiedCells()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"1;Basic;x;2012-09-04", "1;2n;Cicle;2012-09-04"})
    void leavesOtherRowsWithACellTooManyFaulty(String row) {
        Path file = CustomerFiles.file(folder, "No;Degree;Since\n" + row + "\n2;Basic;2012-09-05\n");

        assertThatThrownBy(() -> CustomerCsvReader.read(file, MEMBERS, OnBadRow.STOP))
                .hasMessageContaining("line 2, column no. 4: found 4 cells, expected 3 cells as in the header");
    }

    private CustomerTable read(String... dates) {
        return CustomerCsvReader.read(file(dates), MEMBERS, OnBadRow.STOP);
    }

    private Path file(String... dates) {
        StringBuilder text = new StringBuilder("No,Since,Degree\n");
        for (int i = 0; i < dates.length; i++) {
            text.append(i + 1).append(',').append(dates[i]).append(",Basic\n");
        }
        return CustomerFiles.file(folder, text.toString());
    }
}
