package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelRehearsalTest {
    @Test
    void runsCellsOverSocketsAndTellsWhatBecameOfEach() {
        List<String> statuses = KernelRehearsal.run(List.of("int a = 1", "a + 1", "int b = none"));

        assertThat(statuses).hasSize(3);
        assertThat(statuses.subList(0, 2)).containsOnly("ok");
        assertThat(statuses.get(2)).startsWith("error: ").contains("none");
    }
}
