package segmentation.data.inspect;

/** What the cells of a column that nobody described turn out to hold. */
public enum ColumnKind {
    /** Whole numbers, in at least nine of ten filled cells. */
    WHOLE_NUMBER("whole number"),

    /** Numbers, in at least nine of ten filled cells. */
    NUMBER("number"),

    /** Days of the calendar, all written in one way. */
    DATE("date"),

    /** Anything else. */
    TEXT("text"),

    /** Nothing: every value is missing. */
    EMPTY("empty");

    private final String words;

    ColumnKind(String words) {
        this.words = words;
    }

    /** Returns the kind in words, such as {@code whole number}. */
    public String words() {
        return words;
    }

    /** Says whether the values are numbers. */
    public boolean isNumeric() {
        return this == WHOLE_NUMBER || this == NUMBER;
    }
}
