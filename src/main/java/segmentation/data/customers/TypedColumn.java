package segmentation.data.customers;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import segmentation.text.NumberText;

/**
 * The values of one column, each in the form of its type: a double, a day, or the place of a text in a dictionary.
 *
 * <p>Every value has one text, by which the content hash and comparisons go. Immutable.
 */
abstract sealed class TypedColumn {

    /** Returns the one way to write a value; empty where it is missing. */
    abstract String text(int row);

    /** Says whether a value is missing. */
    abstract boolean isMissing(int row);

    /** Says whether two values are the same, missing ones being so. */
    abstract boolean areSame(int row, int other);

    /** Returns a number that is the same for values that {@link #areSame}. */
    abstract int hash(int row);

    /** Returns the values of some rows, in the order asked for. */
    abstract TypedColumn select(int[] rows);

    /** Hands the text of a value to a hash. */
    void addTo(ContentHash hash, int row) {
        hash.add(text(row));
    }

    /** Numbers. NaN is missing, and zero has no sign. */
    static final class Numbers extends TypedColumn {
        private final double[] values;
        // Of the few numbers that have more digits than a double keeps, the text that tells them all.
        private final Int2ObjectMap<String> exact;

        Numbers(double[] values, Int2ObjectMap<String> exact) {
            this.values = values;
            this.exact = exact;
        }

        /** Returns a copy of finite numbers and NaN; minus zero becomes zero. */
        static Numbers of(double[] values) {
            double[] signless = values.clone();
            for (int row = 0; row < signless.length; row++) {
                signless[row] += 0.0;
            }
            return new Numbers(signless, new Int2ObjectOpenHashMap<>(0));
        }

        double at(int row) {
            return values[row];
        }

        /** Adds each value to the sum of its row. */
        void addTo(double[] sums) {
            for (int row = 0; row < sums.length; row++) {
                sums[row] += values[row];
            }
        }

        double[] toArray() {
            return values.clone();
        }

        @Override
        String text(int row) {
            if (isMissing(row)) {
                return "";
            }
            String known = exact.get(row);
            return known == null ? NumberText.shortest(values[row]) : known;
        }

        @Override
        boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        boolean areSame(int row, int other) {
            return Double.compare(values[row], values[other]) == 0
                    && (exact.isEmpty() || text(row).equals(text(other)));
        }

        @Override
        int hash(int row) {
            return Double.hashCode(values[row]);
        }

        @Override
        Numbers select(int[] rows) {
            double[] selected = new double[rows.length];
            Int2ObjectMap<String> texts = new Int2ObjectOpenHashMap<>(0);
            for (int i = 0; i < rows.length; i++) {
                selected[i] = values[rows[i]];
                if (exact.containsKey(rows[i])) {
                    texts.put(i, exact.get(rows[i]));
                }
            }
            return new Numbers(selected, texts);
        }
    }

    /** Days of the calendar, counted from 1970-01-01. */
    static final class Days extends TypedColumn {
        static final int MISSING = Integer.MIN_VALUE;

        private final int[] days;

        Days(int[] days) {
            this.days = days;
        }

        LocalDate at(int row) {
            return LocalDate.ofEpochDay(days[row]);
        }

        @Override
        String text(int row) {
            return isMissing(row) ? "" : at(row).toString();
        }

        @Override
        boolean isMissing(int row) {
            return days[row] == MISSING;
        }

        @Override
        boolean areSame(int row, int other) {
            return days[row] == days[other];
        }

        @Override
        int hash(int row) {
            return days[row];
        }

        @Override
        Days select(int[] rows) {
            return new Days(Arrays.stream(rows).map(row -> days[row]).toArray());
        }
    }

    /** Texts: each different one once, and for every row which it is. The empty text is missing. */
    static final class Texts extends TypedColumn {
        private final Dictionary dictionary;
        private final int[] codes;

        Texts(Dictionary dictionary, int[] codes) {
            this.dictionary = dictionary;
            this.codes = codes;
        }

        @Override
        String text(int row) {
            return dictionary.text(codes[row]);
        }

        @Override
        boolean isMissing(int row) {
            return dictionary.length(codes[row]) == 0;
        }

        @Override
        boolean areSame(int row, int other) {
            return codes[row] == codes[other];
        }

        @Override
        int hash(int row) {
            return codes[row];
        }

        @Override
        void addTo(ContentHash hash, int row) {
            dictionary.addTo(hash, codes[row]);
        }

        @Override
        Texts select(int[] rows) {
            return new Texts(
                    dictionary, Arrays.stream(rows).map(row -> codes[row]).toArray());
        }
    }

    /**
     * Different texts in UTF-8 behind one another, since a million short strings would be mostly overhead.
     *
     * @param ends where each text ends
     */
    record Dictionary(byte[] bytes, int[] ends) {

        String text(int code) {
            return new String(bytes, start(code), length(code), StandardCharsets.UTF_8);
        }

        int length(int code) {
            return ends[code] - start(code);
        }

        private int start(int code) {
            return code == 0 ? 0 : ends[code - 1];
        }

        void addTo(ContentHash hash, int code) {
            hash.add(bytes, start(code), ends[code]);
        }
    }
}
