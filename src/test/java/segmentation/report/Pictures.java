package segmentation.report;

import java.util.Base64;
import segmentation.plot.Picture;

/** Tiny pictures for tests. */
final class Pictures {
    /** A PNG of one pixel. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    private Pictures() {}

    static Picture named(String name) {
        return Picture.of(name, PIXEL, "Picture of <" + name + ">");
    }
}
