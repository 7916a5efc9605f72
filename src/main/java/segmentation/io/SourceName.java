package segmentation.io;

import java.nio.file.Path;

/**
 * What sentences call a file that is read, such as {@code data/raw/mall.csv}.
 *
 * @param text the name, without a path of this machine unless the user gave one
 */
public record SourceName(String text) {

    /** Names a file as the user did. */
    public static SourceName of(Path file) {
        return new SourceName(file.toString());
    }

    /** Returns the name itself, so that it can stand in a sentence. */
    @Override
    public String toString() {
        return text;
    }
}
