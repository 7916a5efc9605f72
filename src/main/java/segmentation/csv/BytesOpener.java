package segmentation.csv;

import java.io.IOException;
import java.io.InputStream;

/** Starts to read bytes from the first on, as often as it is asked to. */
@FunctionalInterface
public interface BytesOpener {
    /** Returns the bytes. */
    InputStream open() throws IOException;
}
