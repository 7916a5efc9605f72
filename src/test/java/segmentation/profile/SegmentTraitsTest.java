package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.data.customers.CustomerCsvReader;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DerivedColumn;
import segmentation.data.customers.OnBadRow;
import segmentation.data.dataset.Descriptor;
import segmentation.text.ResultTable;

class SegmentTraitsTest {
    private static final int[] LABELS = {1, 1, 1, 2, 2};

    @TempDir
    private Path folder;

    @Test
    void showsMeanMedianAndMiddleHalfBesideThoseOfAllCustomers() throws IOException {
        CustomerTable visits = read("Ulm,1,10\nUlm,3,20\nUlm,8,60\nBonn,7,20\nBonn,9,30\n");

        ResultTable table = SegmentTraits.of(visits, LABELS, "Spend").toTable();

        assertThat(table.columns())
                .extracting("title")
                .containsExactly("trait", "figure", "segment 1", "segment 2", "all");
        assertThat(table.rows())
                .containsExactly(
                        List.of("Spend (€)", "mean", "30.0", "25.0", "28.0"),
                        List.of("Spend (€)", "median", "20.0", "25.0", "20.0"),
                        List.of("Spend (€)", "middle half", "15.0 to 40.0", "22.5 to 27.5", "20.0 to 30.0"));
    }

    @Test
    void showsOneFigureATraitToAHurriedReader() throws IOException {
        CustomerTable visits = read("Ulm,1,10\nUlm,3,20\nBonn,8,60\nBonn,7,20\nBonn,9,30\n");

        assertThat(SegmentTraits.of(visits, LABELS, "Spend", "Town").means().rows())
                .containsExactly(
                        List.of("Spend (€)", "30.0", "25.0", "28.0"),
                        List.of("Town: Bonn", "33.3 %", "100.0 %", "60.0 %"),
                        List.of("Town: Ulm", "66.7 %", "0.0 %", "40.0 %"));
    }

    @Test
    void showsTheShareOfEachValueOfAText() throws IOException {
        CustomerTable visits = read("Ulm,1,10\nUlm,3,20\nBonn,8,60\nBonn,7,20\nBonn,9,30\n");

        assertThat(SegmentTraits.of(visits, LABELS, "Town").toTable().rows())
                .containsExactly(
                        List.of("Town: Bonn", "share", "33.3 %", "100.0 %", "60.0 %"),
                        List.of("Town: Ulm", "share", "66.7 %", "0.0 %", "40.0 %"));
    }

    @Test
    void showsANumberThatIsZeroOrOneAsAShare() throws IOException {
        CustomerTable visits = read("Ulm,1,10\nUlm,3,20\nBonn,8,60\nBonn,7,20\nBonn,9,30\n")
                .with(new DerivedColumn(
                        "Often", "", "often", "Above 5 visits.", customer -> customer.number("Visits") > 5 ? 1 : 0));

        assertThat(SegmentTraits.of(visits, LABELS, "Often").toTable().rows())
                .containsExactly(List.of("Often", "share", "33.3 %", "100.0 %", "60.0 %"));
    }

    @Test
    void leavesMissingValuesOutAndCountsThem() throws IOException {
        CustomerTable visits = read("Ulm,1,\n,3,20\nBonn,8,60\n,7,\n,9,\n");

        assertThat(SegmentTraits.of(visits, LABELS, "Spend", "Town", "Visits")
                        .toTable()
                        .rows())
                .startsWith(
                        List.of("Spend (€)", "mean", "40.0", "–", "40.0"),
                        List.of("Spend (€)", "median", "40.0", "–", "40.0"),
                        List.of("Spend (€)", "middle half", "30.0 to 50.0", "–", "30.0 to 50.0"),
                        List.of("Spend (€)", "unknown", "1", "2", "3"),
                        List.of("Town: Bonn", "share", "50.0 %", "–", "50.0 %"),
                        List.of("Town: Ulm", "share", "50.0 %", "–", "50.0 %"),
                        List.of("Town", "unknown", "1", "2", "3"))
                .hasSize(10);
    }

    @Test
    void countsTheCustomersOfATextThatNobodyGave() throws IOException {
        CustomerTable visits = read(",1,10\n,3,20\n,8,60\n,7,20\n,9,30\n");

        assertThat(SegmentTraits.of(visits, LABELS, "Town").toTable().rows())
                .containsExactly(List.of("Town", "unknown", "3", "2", "5"));
    }

    @Test
    void rejectsLabelsOfOtherCustomers() throws IOException {
        CustomerTable visits = read("Ulm,1,10\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentTraits.of(visits, new int[] {1, 1}, "Spend"))
                .withMessage("1 customers need as many labels, got 2");
    }

    private CustomerTable read(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("visits.csv"), "Town,Visits,Spend\n" + rows);
        return CustomerCsvReader.read(
                file,
                Descriptor.dataset(Path.of("src/test/resources/datasets/visits/datapackage.json")),
                OnBadRow.STOP);
    }
}
