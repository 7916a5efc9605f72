package segmentation.data.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.RowIssue;
import segmentation.io.DataException;

class FeatureRowsTest {
    @TempDir
    private Path folder;

    @Test
    void readsFeaturesInTheOrderAskedForWithTheFaultsOfTheOthers() throws IOException {
        FeatureRows rows =
                file("Id,A,B\n1,2,3\n2,x,5\n2,6,7\n2,8,9\n3,1\n").features(List.of("B", "A"), Optional.of("Id"));

        assertThat(rows.rows()).isEqualTo(5);
        assertThat(rows.row(0)).containsExactly(3, 2);
        assertThat(rows.row(1)).containsOnly(Double.NaN);
        assertThat(rows.row(2)).as("the first good one of its id").containsExactly(7, 6);
        assertThat(IntStream.range(0, 5).map(row -> rows.faults(row).size())).containsExactly(0, 1, 0, 1, 1);
        assertThat(rows.faults(1)).containsExactly(new RowIssue(3, "A", "\"x\"", "a number"));
        assertThat(rows.faults(3).get(0).expected()).isEqualTo("a value used once, but line 4 has it too");
        assertThat(rows.faults(4).get(0).found()).isEqualTo("2 cells");
    }

    @Test
    void agreesWithTheTableOfUsableCustomers() throws IOException {
        CustomerFile file =
                file("Id,A,B\n1,2,3\n2,,5\n3,6,7,8\n4,8,9\n4,1,1\n5,1,2\n6,1,3\n7,1,4\n8,1,5\n9,1,6\n10,1,7\n");

        CustomerTable table = file.customers(List.of("A", "B"), Optional.of("Id"));
        FeatureRows rows = file.features(List.of("A", "B"), Optional.of("Id"));

        int[] usable = IntStream.range(0, rows.rows())
                .filter(row -> rows.faults(row).isEmpty())
                .toArray();
        assertThat(IntStream.of(usable).map(row -> file.lines()[row])).containsExactly(boxed(table.lines()));
        assertThat(IntStream.of(usable).mapToDouble(row -> rows.row(row)[0]).toArray())
                .isEqualTo(table.numbers("A"));
        assertThat(IntStream.range(0, rows.rows())
                        .boxed()
                        .flatMap(row -> rows.faults(row).stream())
                        .toList())
                .isEqualTo(table.quality().issues());
    }

    @Test
    void areFoundAgainFromTheCustomersThatWereRead() throws IOException {
        CustomerFile file = file(
                "Id,A,B,C\n1,2,3,x\n2,,5,y\n3,6,7,8,9\n4,8,9,\n4,1,1,z\n5,1,2,\n6,1,-0,q\n7,1,4,\n8,1,5,\n9,1,6,\n");
        List<String> features = List.of("B", "A");
        FeatureRows read = file.features(features, Optional.of("Id"));

        FeatureRows known = FeatureRows.of(file.lines(), file.customers(features, Optional.of("Id")), features);

        assertThat(known.rows()).isEqualTo(read.rows());
        for (int row = 0; row < read.rows(); row++) {
            assertThat(known.row(row)).isEqualTo(read.row(row));
            assertThat(known.faults(row)).isEqualTo(read.faults(row));
        }
    }

    @Test
    void takesColumnsOfWhichNothingCanBeUsedAndNoId() throws IOException {
        FeatureRows rows = file("A,B\n,x\nn/a,y\n").features(List.of("A"), Optional.of("Id"));

        assertThat(rows.row(0)).containsOnly(Double.NaN);
        assertThat(rows.faults(1)).hasSize(1);
    }

    @Test
    void namesAllColumnsThatAreLacking() throws IOException {
        CustomerFile file = file("a,B b\n1,2\n");

        assertThat(file.features(List.of("A", "bb"), Optional.empty()).row(0)).containsExactly(1, 2);
        assertThatThrownBy(() -> file.features(List.of("A", "Income", "Age"), Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("found no column called \"Income\" and none called \"Age\", expected one for each"
                        + " feature; add what is missing, or name the columns as in the training.");
    }

    private static Integer[] boxed(int[] lines) {
        return IntStream.of(lines).boxed().toArray(Integer[]::new);
    }

    private CustomerFile file(String text) throws IOException {
        return CustomerFile.read(Files.writeString(folder.resolve("file.csv"), text), ReadingOptions.guessed());
    }
}
