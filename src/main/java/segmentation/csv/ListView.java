package segmentation.csv;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** An immutable list that makes an element when it is asked for it, so that a million of them need no room. */
public final class ListView<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> element;

    private ListView(int size, IntFunction<T> element) {
        this.size = size;
        this.element = element;
    }

    /** Returns the list of the elements that belong to 0, 1, … {@code size - 1}. */
    public static <T> ListView<T> of(int size, IntFunction<T> element) {
        return new ListView<>(size, element);
    }

    @Override
    public T get(int index) {
        return element.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
