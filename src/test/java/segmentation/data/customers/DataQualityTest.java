package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.data.inspect.CustomerFiles;

class DataQualityTest {
    @TempDir
    private Path folder;

    @Test
    void countsMissingValuesInEachColumn() {
        DataQuality quality = visits("Ulm,1,2\nNA,2,\n,3,\nBonn,4,9\n");

        assertThat(quality.missing()).isEqualTo(Map.of("Town", 2, "Visits", 0, "Spend", 2));
    }

    @Test
    void countsRowsThatAreEqualButForTheId() {
        DataQuality quality = mall("1,Male,19,15,39", "2,Male,19,15,39", "3,Male,19,15,40", "4,male,19,15.0,39");

        assertThat(quality.duplicatesApartFromId()).isEqualTo(2);
    }

    @Test
    void findsConstantColumns() {
        DataQuality quality = mall("1,Male,19,15,39", "2,Female,19,16,39");

        assertThat(quality.constants()).containsExactly("Age", "Spending Score (1-100)");
    }

    @Test
    void callsNothingConstantOrSortedInASingleRow() {
        DataQuality quality = mall("1,Male,19,15,39");

        assertThat(quality.constants()).isEmpty();
        assertThat(quality.sortedBy()).isEmpty();
    }

    @Test
    void findsTheColumnsThatTheRowsAreSortedBy() {
        DataQuality quality = mall("1,Male,30,15,39", "2,Female,19,15,39", "3,Female,31,16,39");

        assertThat(quality.sortedBy()).containsExactly("Annual Income (k$)");
    }

    @Test
    void callsAColumnWithGapsUnsorted() {
        DataQuality quality = visits("Ulm,1,1\nBonn,,2\nKiel,3,3\n");

        assertThat(quality.sortedBy()).containsExactly("Spend");
    }

    @Test
    void findsValuesFarFromTheRest() {
        DataQuality quality = visits("a,1,1\na,2,2\na,3,3\na,4,4\na,90,5\n");

        assertThat(quality.farValues()).isEqualTo(Map.of("Visits", 1));
    }

    @Test
    void countsTextThatWasSetRightInTheRowsKept() {
        DataQuality quality = CustomerCsvReader.read(
                        CustomerFiles.mallFile(
                                folder, "1, Male ,19,15,39", "2,male,20,15,39", "3,Male,1,1,1", "4,male,x,1,1"),
                        CustomerFiles.mall(),
                        OnBadRow.DROP)
                .quality();

        assertThat(quality.tidiedCells()).isEqualTo(2);
    }

    @Test
    void readsAsATableOfChecks() {
        Path file = CustomerFiles.file(
                folder,
                "Ort;Town; Visits;SPEND\nx;Ulm;4;\n\ny; Ulm;4;1\nz;Ulm;-1;1\nz;Ulm;5;1\nw;Ulm;6;1\nv;Ulm;6;1\nw;Ulm;900;1\n");

        DataQuality quality = CustomerCsvReader.read(file, CustomerFiles.visits(), OnBadRow.DROP)
                .quality();

        assertThat(quality.toTable().toText()).isEqualTo("""
                        check                          found                          what was done
                        -----------------------------  -----------------------------  ---------------------------------
                        File                           UTF-8, separated by semicolon  read as such
                        Header                         SPEND                          read as Spend
                        Columns not in the descriptor  Ort                            passed on, not used
                        Blank lines                    1                              skipped
                        Padded or miscased cells       1                              read as the descriptor spells it
                        Rows                           7 read, 6 kept                 1 dropped for a fault
                        Missing values                 Spend: 1                       kept as missing
                        Rows equal but for the id      1                              kept
                        Constant columns               Town                           kept, but tell no customers apart
                        Rows sorted by                 Visits                         kept in this order
                        Values far from the rest       Visits: 1                      kept""");
    }

    @Test
    void saysSoWhereNothingIsWrong() {
        DataQuality quality = mall("1,Male,30,16,41", "2,Female,19,15,40");

        assertThat(quality.toTable().toText()).isEqualTo("""
                        check                      found                      what was done
                        -------------------------  -------------------------  -------------
                        File                       UTF-8, separated by comma  read as such
                        Rows                       2 read, 2 kept             none dropped
                        Missing values             none                       –
                        Rows equal but for the id  none                       –
                        Constant columns           none                       –
                        Rows sorted by             none                       –
                        Values far from the rest   none                       –""");
    }

    @Test
    void listsItsIssuesLineByLine() {
        Path file = CustomerFiles.mallFile(folder, "1,Male,19,15,39", "2,Male,x,15,0", "1,Male,21,15,81");

        DataQuality quality = CustomerCsvReader.read(file, CustomerFiles.mall(), OnBadRow.DROP)
                .quality();

        assertThat(quality.issuesTable().toText()).isEqualTo("""
                        line  column                  found  expected
                        ----  ----------------------  -----  ----------------------------------------
                           3  Age                     "x"    a whole number from 0 to 120
                           3  Spending Score (1-100)  "0"    a whole number from 1 to 100
                           4  CustomerID              "1"    a value used once, but line 2 has it too""");
    }

    private DataQuality mall(String... rows) {
        return CustomerCsvReader.read(CustomerFiles.mallFile(folder, rows), CustomerFiles.mall(), OnBadRow.STOP)
                .quality();
    }

    private DataQuality visits(String rows) {
        Path file = CustomerFiles.file(folder, "Town,Visits,Spend\n" + rows);
        return CustomerCsvReader.read(file, CustomerFiles.visits(), OnBadRow.STOP)
                .quality();
    }
}
