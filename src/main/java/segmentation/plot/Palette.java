package segmentation.plot;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * At most 256 colours for an image, and the place of every colour of the image among them.
 *
 * <p>Up to 256 colours are kept exactly. Of more, the most frequent stay exact and each other one takes the place of
 * the nearest; on a chart those are a few pixels each, on the soft edges of shapes.
 *
 * @param colours RGB, the most frequent first, ties by value
 * @param places colour of the image → place in {@code colours}, as an unsigned byte
 */
record Palette(List<Integer> colours, Map<Integer, Byte> places) {
    private static final int SIZE = 256;

    /** Returns the palette of the pixels, given as 0xAARRGGBB. */
    static Palette of(int[] pixels) {
        Map<Integer, Integer> counts = counts(pixels);
        List<Integer> colours = counts.keySet().stream()
                .sorted(Comparator.comparing((Integer colour) -> -counts.get(colour))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SIZE)
                .toList();
        Map<Integer, Byte> places = new HashMap<>();
        counts.keySet().forEach(colour -> places.put(colour, (byte) nearest(colour, colours)));
        IntStream.range(0, colours.size()).forEach(place -> places.put(colours.get(place), (byte) place));
        return new Palette(colours, places);
    }

    private static Map<Integer, Integer> counts(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        int run = 0;
        for (int i = 0; i < pixels.length; i++) {
            run++;
            if (i + 1 == pixels.length || pixels[i + 1] != pixels[i]) {
                counts.merge(pixels[i], run, Integer::sum);
                run = 0;
            }
        }
        return counts;
    }

    private static int nearest(int colour, List<Integer> colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int place = 0; place < colours.size(); place++) {
            int distance = squaredDistance(colour, colours.get(place));
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
