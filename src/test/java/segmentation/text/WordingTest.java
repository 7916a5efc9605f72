package segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void joinsWordsAsAReaderWould() {
        assertThat(Wording.list(List.of())).isEmpty();
        assertThat(Wording.list(List.of("age"))).isEqualTo("age");
        assertThat(Wording.list(List.of("age", "income"))).isEqualTo("age and income");
        assertThat(Wording.list(List.of("age", "income", "spending"))).isEqualTo("age, income and spending");
    }

    @Test
    void countsOneAndMany() {
        assertThat(Wording.count(1, "customer")).isEqualTo("1 customer");
        assertThat(Wording.count(2240, "customer")).isEqualTo("2,240 customers");
    }

    @Test
    void callsASegmentByItsNameWhereItHasOne() {
        assertThat(Wording.segment(2, List.of())).isEqualTo("2");
        assertThat(Wording.segment(2, List.of("Careful", "Keen"))).isEqualTo("2 Keen");
    }

    @Test
    void saysMeanOnce() {
        assertThat(Wording.mean("income")).isEqualTo("mean income");
        assertThat(Wording.mean("mean basket")).isEqualTo("mean basket");
        assertThat(Wording.mean("Average order (MU)")).isEqualTo("Average order (MU)");
        assertThat(Wording.mean("meaning")).isEqualTo("mean meaning");
    }
}
