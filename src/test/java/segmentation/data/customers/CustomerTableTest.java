package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.inspect.CustomerFiles;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class CustomerTableTest {
    @TempDir
    private Path folder;

    private CustomerTable visits;

    @BeforeEach
    void readsVisits() {
        Path file =
                CustomerFiles.file(folder, "Note;SPEND;Town;Visits\n x ;1.50;Ulm;4\n\"y;z\";;NA;\n;-3;\"Bonn\";0004\n");
        visits = CustomerCsvReader.read(file, CustomerFiles.visits(), OnBadRow.STOP);
    }

    @Test
    void givesNumbersWithNaNForWhatIsMissing() {
        assertThat(visits.numbers("Spend")).containsExactly(1.5, Double.NaN, -3);
        assertThat(visits.numbers("Visits")).containsExactly(4, Double.NaN, 4);
    }

    @Test
    void givesTextsWithNothingForWhatIsMissing() {
        assertThat(visits.texts("Town")).containsExactly("Ulm", "", "Bonn");
        assertThat(visits.texts("Visits")).containsExactly("4", "", "4");
    }

    @Test
    void saysWhoEachCustomerIs() {
        assertThat(visits.labels("Town", "Visits"))
                .containsExactly(
                        List.of("Town: Ulm", "Visits: 4"),
                        List.of("Town: ", "Visits: "),
                        List.of("Town: Bonn", "Visits: 4"));
    }

    @Test
    void handsOutCopies() {
        visits.numbers("Spend")[0] = 99;
        visits.lines()[0] = 99;
        visits.table().doubleColumn("Spend").set(0, 99);

        assertThat(visits.numbers("Spend")[0]).isEqualTo(1.5);
        assertThat(visits.lines()[0]).isEqualTo(2);
        assertThat(visits.table().doubleColumn("Spend").getDouble(0)).isEqualTo(1.5);
    }

    @Test
    void becomesATablesawTableUnderTheDescriptorsNames() {
        Table table = visits.table();

        assertThat(table.name()).isEqualTo("Shop visits");
        assertThat(table.columnNames()).containsExactly("Town", "Visits", "Spend");
        assertThat(table.types()).containsExactly(ColumnType.STRING, ColumnType.INTEGER, ColumnType.DOUBLE);
        assertThat(table.rowCount()).isEqualTo(3);
        assertThat(table.intColumn("Visits").asObjectArray()).containsExactly(4, null, 4);
        assertThat(table.column("Town").countMissing()).isOne();
        assertThat(table.column("Spend").countMissing()).isOne();
    }

    @Test
    void keepsTheFilesOwnCells() {
        assertThat(visits.originalHeader()).containsExactly("Note", "SPEND", "Town", "Visits");
        assertThat(visits.originalRows())
                .containsExactly(
                        List.of(" x ", "1.50", "Ulm", "4"),
                        List.of("y;z", "", "NA", ""),
                        List.of("", "-3", "Bonn", "0004"));
    }

    @Test
    void showsItsFirstRows() {
        assertThat(visits.head(2).toText()).isEqualTo("""
                        Town  Visits  Spend
                        ----  ------  -----
                        Ulm        4    1.5
                        –          –      –""");
    }

    @Test
    void showsAllRowsWhereThereAreFewer() {
        assertThat(visits.head(10).rows()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void showsOneToTenRows(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.head(count))
                .withMessage("The number of rows to show must be from 1 to 10, was " + count);
    }

    @Test
    void summarisesItsNumbers() {
        assertThat(visits.summary().toText()).isEqualTo("""
                        column     count  missing    min     Q1  median   mean    Q3   max  std. dev.
                        ---------  -----  -------  -----  -----  ------  -----  ----  ----  ---------
                        Visits         2        1      4   4.00    4.00   4.00  4.00     4       0.00
                        Spend (€)      2        1  -3.00  -1.88   -0.75  -0.75  0.38  1.50       3.18""");
    }

    @Test
    void leavesTheIdOutOfTheSummary() {
        CustomerTable mall = CustomerCsvReader.read(
                CustomerFiles.mallFile(folder, "1,Male,19,15,39"), CustomerFiles.mall(), OnBadRow.STOP);

        assertThat(mall.summary().rows())
                .extracting(row -> row.get(0))
                .containsExactly("Age (years)", "Annual income (k$)", "Spending score (points)");
    }

    @Test
    void countsRowsThatRepeatAnEarlierOneInSomeColumns() {
        CustomerTable mall = CustomerCsvReader.read(
                CustomerFiles.mallFile(
                        folder, "1,Male,19,15,39", "2,Male,20,15,39", "3,Male,19,15,39", "4,Male,19,15,40"),
                CustomerFiles.mall(),
                OnBadRow.STOP);

        assertThat(mall.duplicates("Annual Income (k$)", "Spending Score (1-100)"))
                .isEqualTo(2);
        assertThat(mall.duplicates("Age", "Spending Score (1-100)")).isOne();
    }

    @Test
    void refusesAColumnThatItDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.numbers("Spent"))
                .withMessage("visits has no column called Spent, only Town, Visits, Spend");
    }

    @Test
    void refusesTextForNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.numbers("Town"))
                .withMessage("Column Town holds text, not numbers");
    }
}
