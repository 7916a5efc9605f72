package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeferredTest {
    @Test
    void computesWhenAskedForTheFirstTimeOnly() {
        AtomicInteger calls = new AtomicInteger();
        Deferred<Integer> deferred = Deferred.of(calls::incrementAndGet);

        assertThat(calls).hasValue(0);
        assertThat(deferred.get()).isEqualTo(1);
        assertThat(deferred.get()).isEqualTo(1);
    }
}
