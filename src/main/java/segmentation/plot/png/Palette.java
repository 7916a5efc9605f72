package segmentation.plot.png;

import it.unimi.dsi.fastutil.ints.Int2ByteMap;
import it.unimi.dsi.fastutil.ints.Int2ByteOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;

/**
 * At most 256 colours for an image, and the place of every colour of the image among them.
 *
 * <p>Going from the most frequent colour to the rarest, a colour gets a place of its own unless one already placed is
 * nearer than a radius; the radius grows until the places suffice. So the colours of areas and text stay exact, and no
 * pixel is off by more than the radius, which on charts takes in soft edges alone. Equal pixels give an equal palette.
 */
public final class Palette {
    private static final int SIZE = 256;

    /** Differences below this cannot be seen on the edge of a shape, and cost a third of the file. */
    private static final int LEAST_RADIUS = 8;

    /** The soft edges of text get about ten shades, which looks the same and saves another fifth of the file. */
    private static final int FEW_SHADES_RADIUS = 36;

    private final int[] colours;
    private final Int2ByteMap places;

    private Palette(int[] colours, Int2ByteMap places) {
        this.colours = colours;
        this.places = places;
    }

    /** Returns the palette of the pixels, of which there is at least one, given as 0xAARRGGBB. */
    public static Palette of(int[] pixels) {
        return of(pixels, LEAST_RADIUS);
    }

    /** Returns a palette with fewer shades, for pictures of many panels or frames. */
    public static Palette ofFewShades(int[] pixels) {
        return of(pixels, FEW_SHADES_RADIUS);
    }

    private static Palette of(int[] pixels, int leastRadius) {
        Int2IntMap counts = counts(pixels);
        int[] frequent = frequent(counts);
        Palette palette = within(leastRadius, frequent);
        for (int radius = leastRadius + 2; palette.places.size() < frequent.length; radius += 2) {
            palette = within(radius, frequent);
        }
        return palette;
    }

    /** Returns the colours, the most frequent first, of equals the least number. */
    private static int[] frequent(Int2IntMap counts) {
        long[] keys = new long[counts.size()];
        int size = 0;
        for (Int2IntMap.Entry count : counts.int2IntEntrySet()) {
            // Places of signed numbers keep their order without a sign once the sign is turned.
            keys[size++] = (long) -count.getIntValue() << Integer.SIZE
                    | (count.getIntKey() ^ Integer.MIN_VALUE) & 0xFFFF_FFFFL;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys)
                .mapToInt(key -> (int) key ^ Integer.MIN_VALUE)
                .toArray();
    }

    /** Returns a copy of the colours, as 0xAARRGGBB. */
    public int[] colours() {
        return colours.clone();
    }

    /** Returns the place of a colour of the image, to be read as an unsigned byte. */
    public byte place(int colour) {
        return places.get(colour);
    }

    /** Returns a palette of this radius; where it would need more than 256 colours, not all get a place. */
    private static Palette within(int radius, int[] frequent) {
        int[] colours = new int[SIZE];
        int size = 0;
        Int2ByteMap places = new Int2ByteOpenHashMap();
        for (int colour : frequent) {
            int nearest = nearest(colour, colours, size);
            if (nearest < 0 || squaredDistance(colour, colours[nearest]) >= radius * radius) {
                if (size == SIZE) {
                    break;
                }
                nearest = size++;
                colours[nearest] = colour;
            }
            places.put(colour, (byte) nearest);
        }
        return new Palette(Arrays.copyOf(colours, size), places);
    }

    private static Int2IntMap counts(int[] pixels) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        int run = 0;
        for (int i = 0; i < pixels.length; i++) {
            run++;
            if (i + 1 == pixels.length || pixels[i + 1] != pixels[i]) {
                counts.addTo(pixels[i], run);
                run = 0;
            }
        }
        return counts;
    }

    private static int nearest(int colour, int[] colours, int size) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int place = 0; place < size; place++) {
            int distance = squaredDistance(colour, colours[place]);
            if (distance < least) {
                least = distance;
                best = place;
            }
        }
        return best;
    }

    private static int squaredDistance(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
