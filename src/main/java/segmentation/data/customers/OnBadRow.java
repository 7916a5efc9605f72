package segmentation.data.customers;

/** What to do with a row that has a fault; faults of the whole file always stop the reading. */
public enum OnBadRow {
    /** Refuse the file, naming the first faulty row and how many more there are. */
    STOP,

    /** Leave the row out and list it in {@link DataQuality#issues}; refuse the file only where no row is left. */
    DROP
}
