package segmentation.data.customers;

import it.unimi.dsi.fastutil.ints.Int2IntOpenCustomHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntHash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import segmentation.data.dataset.Field;
import segmentation.text.NumberText;

/** Collects the values of one column, row by row; the last ones can be taken back. */
abstract sealed class ColumnBuilder {
    private static final int FIRST_ROOM = 16;

    private int rows;

    /** Starts a column of a field's type, with room for so many rows; there may be more. */
    static ColumnBuilder of(Field field, int room) {
        return switch (field.type()) {
            case INTEGER, NUMBER -> new Numbers(field, room);
            case DATE -> new Days(room);
            case TEXT -> new Texts(room);
        };
    }

    /** Adds a missing value. */
    abstract void addMissing();

    /** Returns the text of the value added last. */
    abstract String last();

    /** Returns the column; nothing may be added or taken back afterwards. */
    abstract TypedColumn build();

    void add(double number) {
        throw new IllegalArgumentException("A column of other values takes no number, was " + number);
    }

    void add(double number, String exact) {
        throw new IllegalArgumentException("A column of other values takes no number, was " + exact);
    }

    void add(LocalDate day) {
        throw new IllegalArgumentException("A column of other values takes no day, was " + day);
    }

    void add(String text) {
        throw new IllegalArgumentException("A column of other values takes no text, was " + text);
    }

    /** Forgets all rows but the first ones. */
    void cutTo(int count) {
        rows = count;
    }

    final int rows() {
        return rows;
    }

    final int nextRow() {
        return rows++;
    }

    private static int grown(int length) {
        return Math.max(FIRST_ROOM, length + (length >> 1));
    }

    private static final class Numbers extends ColumnBuilder {
        private final Field field;
        private double[] values;
        private final Int2ObjectOpenHashMap<String> exact = new Int2ObjectOpenHashMap<>(0);

        Numbers(Field field, int room) {
            this.field = field;
            this.values = new double[room];
        }

        @Override
        void add(double number) {
            if (Double.isInfinite(number)) {
                throw new IllegalArgumentException("%s must be finite, was %s".formatted(field.name(), number));
            }
            int row = nextRow();
            if (row == values.length) {
                values = Arrays.copyOf(values, grown(row));
            }
            // Minus zero becomes zero.
            values[row] = number + 0.0;
        }

        @Override
        void add(double number, String text) {
            add(number);
            if (!text.equals(NumberText.shortest(number))) {
                exact.put(rows() - 1, text);
            }
        }

        @Override
        void addMissing() {
            add(Double.NaN);
        }

        @Override
        void cutTo(int count) {
            super.cutTo(count);
            if (!exact.isEmpty()) {
                exact.keySet().removeIf(row -> row >= count);
            }
        }

        @Override
        String last() {
            return new TypedColumn.Numbers(values, exact).text(rows() - 1);
        }

        @Override
        TypedColumn build() {
            return new TypedColumn.Numbers(rows() == values.length ? values : Arrays.copyOf(values, rows()), exact);
        }
    }

    private static final class Days extends ColumnBuilder {
        private int[] days;

        Days(int room) {
            this.days = new int[room];
        }

        @Override
        void add(LocalDate day) {
            add(Math.toIntExact(day.toEpochDay()));
        }

        private void add(int day) {
            int row = nextRow();
            if (row == days.length) {
                days = Arrays.copyOf(days, grown(row));
            }
            days[row] = day;
        }

        @Override
        void addMissing() {
            add(TypedColumn.Days.MISSING);
        }

        @Override
        String last() {
            return new TypedColumn.Days(days).text(rows() - 1);
        }

        @Override
        TypedColumn build() {
            return new TypedColumn.Days(rows() == days.length ? days : Arrays.copyOf(days, rows()));
        }
    }

    private static final class Texts extends ColumnBuilder implements IntHash.Strategy {
        private final Int2IntOpenCustomHashMap codesByText = new Int2IntOpenCustomHashMap(this);
        private byte[] bytes = {};
        private int[] ends = {};
        private int[] codes;
        private int count;

        Texts(int room) {
            this.codes = new int[room];
        }

        @Override
        void add(String text) {
            int row = nextRow();
            if (row == codes.length) {
                codes = Arrays.copyOf(codes, grown(row));
            }
            codes[row] = code(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        void addMissing() {
            add("");
        }

        /** Returns the place of a text, after the others where it is new. */
        private int code(byte[] text) {
            int start = start(count);
            if (start + text.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(start + text.length, grown(bytes.length)));
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, grown(count));
            }
            System.arraycopy(text, 0, bytes, start, text.length);
            ends[count] = start + text.length;
            int code = codesByText.getOrDefault(count, count);
            if (code == count) {
                codesByText.put(code, code);
                count++;
            }
            return code;
        }

        private int start(int code) {
            return code == 0 ? 0 : ends[code - 1];
        }

        @Override
        public int hashCode(int code) {
            int hash = 0;
            for (int at = start(code); at < ends[code]; at++) {
                hash = 31 * hash + bytes[at];
            }
            return hash;
        }

        @Override
        public boolean equals(int one, int other) {
            return Arrays.equals(bytes, start(one), ends[one], bytes, start(other), ends[other]);
        }

        @Override
        String last() {
            return new TypedColumn.Dictionary(bytes, ends).text(codes[rows() - 1]);
        }

        @Override
        TypedColumn build() {
            TypedColumn.Dictionary dictionary =
                    new TypedColumn.Dictionary(Arrays.copyOf(bytes, start(count)), Arrays.copyOf(ends, count));
            return new TypedColumn.Texts(dictionary, rows() == codes.length ? codes : Arrays.copyOf(codes, rows()));
        }
    }
}
