package segmentation.plot;

import java.nio.ByteBuffer;

/**
 * A finished picture: a PNG with a name to file it under and a text that says in words what it shows. Immutable.
 */
public final class Picture {
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int HEADER_BYTES = 24;

    private final String name;
    private final byte[] png;
    private final String altText;

    private Picture(String name, byte[] png, String altText) {
        this.name = name;
        this.png = png;
        this.altText = altText;
    }

    /**
     * Returns a picture over a copy of the PNG bytes.
     *
     * @param name safe as a file name: lower-case letters, digits and single hyphens, such as {@code elbow}
     * @param altText the finding in words with its figures; not blank
     * @throws IllegalArgumentException where the name is not safe, the bytes are no PNG, or the text is blank
     */
    public static Picture of(String name, byte[] png, String altText) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "A picture's name is lower-case letters, digits and single hyphens, was '%s'".formatted(name));
        }
        if (png.length < HEADER_BYTES || ByteBuffer.wrap(png).getLong() != PNG_SIGNATURE) {
            throw new IllegalArgumentException("Picture '%s' is not a PNG".formatted(name));
        }
        if (altText.isBlank()) {
            throw new IllegalArgumentException("Picture '%s' needs a text that says what it shows".formatted(name));
        }
        return new Picture(name, png.clone(), altText);
    }

    /** Returns the name to file it under, without an extension. */
    public String name() {
        return name;
    }

    /** Returns a copy of the PNG bytes. */
    public byte[] png() {
        return png.clone();
    }

    /** Returns what the picture shows, in words and figures. */
    public String altText() {
        return altText;
    }

    /** Returns the width in pixels of the bitmap; pages show it at half that, so that it stays sharp. */
    public int width() {
        return ByteBuffer.wrap(png).getInt(WIDTH_AT);
    }

    /** Returns the height in pixels of the bitmap. */
    public int height() {
        return ByteBuffer.wrap(png).getInt(HEIGHT_AT);
    }

    /** Returns the alt text. */
    @Override
    public String toString() {
        return altText;
    }
}
