package segmentation.spark;

import java.util.Iterator;
import java.util.function.Function;

/**
 * What a part becomes, one after another as it is asked for, so that a part need not fit into memory.
 *
 * @param part what it is made of
 * @param change makes one of one
 */
record Mapped<T, R>(Iterator<T> part, Function<T, R> change) implements Iterator<R> {
    @Override
    public boolean hasNext() {
        return part.hasNext();
    }

    @Override
    public R next() {
        return change.apply(part.next());
    }
}
