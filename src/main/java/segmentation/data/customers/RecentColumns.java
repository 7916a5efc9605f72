package segmentation.data.customers;

import it.unimi.dsi.fastutil.ints.Int2ObjectMaps;
import java.util.Arrays;

/**
 * The numeric columns that a rule has asked for, in that order: of the next row it asks for the same ones again, and they
 * are found without looking up their names. Threads may find them at the same time; some then look up more than others.
 */
final class RecentColumns {
    private static final int MOST = 32;

    private final Columns columns;
    private final Named[] known = new Named[MOST];
    private int next;

    /** A column under the name that it was asked for by. */
    private record Named(String name, TypedColumn.Numbers column) {
        static final Named NONE = new Named("", new TypedColumn.Numbers(new double[0], Int2ObjectMaps.emptyMap()));

        // Equal names that are two objects are looked up as if they were new: slower, and as right.
        @SuppressWarnings({"ReferenceEquality", "StringEquality"})
        boolean is(String asked) {
            return name == asked;
        }
    }

    private RecentColumns(Columns columns) {
        this.columns = columns;
        Arrays.fill(known, Named.NONE);
    }

    static RecentColumns of(Columns columns) {
        return new RecentColumns(columns);
    }

    /** Returns a numeric column, as {@link Columns#numeric}. */
    TypedColumn.Numbers numeric(String name) {
        int at = next;
        Named named = known[at];
        if (named.is(name)) {
            next = at + 1 < MOST && known[at + 1] != Named.NONE ? at + 1 : 0;
            return named.column();
        }
        return searched(name);
    }

    private TypedColumn.Numbers searched(String name) {
        for (int at = 0; at < MOST; at++) {
            if (known[at].is(name)) {
                next = (at + 1) % MOST;
                return known[at].column();
            }
            if (known[at] == Named.NONE) {
                known[at] = new Named(name, columns.numeric(name));
                next = 0;
                return known[at].column();
            }
        }
        return columns.numeric(name);
    }
}
