package segmentation.data.customers;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is costly and not always asked for: computed when it is asked for the first time, by any thread. */
public final class Deferred<T> implements Supplier<T> {
    private Supplier<T> computation;
    private Optional<T> value = Optional.empty();

    private Deferred(Supplier<T> computation) {
        this.computation = computation;
    }

    /** Returns the value that a computation gives. */
    public static <T> Deferred<T> of(Supplier<T> computation) {
        return new Deferred<>(computation);
    }

    /** Returns the value where it was asked for already; waits where it is being computed. */
    public synchronized Optional<T> known() {
        return value;
    }

    @Override
    public synchronized T get() {
        if (value.isEmpty()) {
            T computed = computation.get();
            value = Optional.of(computed);
            // What it was computed from can go.
            computation = () -> computed;
        }
        return value.get();
    }
}
