package segmentation.csv;

/** Told now and then how far the reading of a large file has got. */
@FunctionalInterface
public interface ReadingProgress {

    /** Takes the bytes read so far, never fewer than before, and all there are to read. */
    void read(long bytes, long total);
}
