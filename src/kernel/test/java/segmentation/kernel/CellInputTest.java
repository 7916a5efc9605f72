package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellInputTest {
    private final CellStreams.CellInput input = new CellStreams.CellInput(Optional::empty);

    @Test
    void endsAtOnceWhereNoCellRuns() {
        assertThat(input.read()).isEqualTo(-1);
        assertThat(input.read(new byte[3], 0, 3)).isEqualTo(-1);
    }

    @Test
    void asksNobodyWhereNothingIsToBeRead() {
        assertThat(input.read(new byte[3], 1, 0)).isZero();
    }

    @Test
    void readsOnlyIntoTheArray() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> input.read(new byte[3], 2, 2));
    }
}
