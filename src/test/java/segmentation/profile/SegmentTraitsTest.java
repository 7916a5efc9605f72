package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.data.CustomerTable;
import segmentation.data.DatasetStore;
import segmentation.data.Figures;

class SegmentTraitsTest {
    private final CustomerTable customers =
            DatasetStore.of(Path.of("data"), Map.of()).load("mall-customers");

    @Test
    void showsMediansAndSharesBesideThoseOfAllCustomers() {
        int[] labels =
                IntStream.range(0, customers.rows()).map(i -> i < 3 ? 1 : 2).toArray();
        double[] ages = customers.numbers("Age");
        List<String> genders = customers.texts("Gender");

        List<List<String>> rows =
                SegmentTraits.of(customers, labels, "Age", "Gender").toTable().rows();

        double[] firstAges = Arrays.stream(ages).limit(3).sorted().toArray();
        long firstWomen = genders.stream().limit(3).filter("Female"::equals).count();
        long women = genders.stream().filter("Female"::equals).count();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("1", Figures.fixed(firstAges[1], 1), Figures.percent(firstWomen / 3.0));
        assertThat(rows.get(2).get(0)).isEqualTo("all");
        assertThat(rows.get(2).get(2)).isEqualTo(Figures.percent(women / 200.0));
    }

    @Test
    void namesItsColumns() {
        int[] labels = new int[customers.rows()];
        Arrays.fill(labels, 1);

        assertThat(SegmentTraits.of(customers, labels, "Age", "Gender")
                        .toTable()
                        .columns())
                .extracting("title")
                .containsExactly("segment", "median Age (years)", "Gender: Female", "Gender: Male");
    }

    @Test
    void rejectsLabelsOfOtherCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentTraits.of(customers, new int[] {1}, "Age"))
                .withMessage("200 customers need as many labels, got 1");
    }
}
