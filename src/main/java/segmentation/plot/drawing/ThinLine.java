package segmentation.plot.drawing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A thin line from left to right, laid on pixels by the area of each that it covers.
 *
 * <p>Java's own rasterizer makes an outline of it first and looks at each of its edges eight times a row of pixels; six hundred
 * lines from axis to axis took more time than the rest of a report's pictures together.
 */
final class ThinLine {
    /** Of so many shades the eye sees no steps, and few of them make few colours. */
    private static final double LEVELS = 8;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final Color color;
    private final double half;

    /**
     * Returns a pen.
     *
     * @param image of the type {@link BufferedImage#TYPE_INT_RGB}
     * @param color what it is not opaque of leaves what is below to be seen
     * @param width in pixels
     */
    ThinLine(BufferedImage image, Color color, double width) {
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.color = color;
        this.half = width / 2;
    }

    /** Draws from one place to another that is further to the right, both in pixels; it ends straight up and down. */
    void draw(double fromX, double fromY, double toX, double toY) {
        double slope = (toY - fromY) / (toX - fromX);
        double reach = half * Math.sqrt(1 + slope * slope);
        int end = Math.min(width, (int) Math.ceil(toX));
        for (int column = Math.max(0, (int) Math.floor(fromX)); column < end; column++) {
            double left = Math.max(column, fromX);
            double right = Math.min(column + 1, toX);
            double leftY = fromY + slope * (left - fromX);
            double rightY = fromY + slope * (right - fromX);
            cover(column, right - left, leftY, rightY, reach);
        }
    }

    /** Draws in one column of pixels, a part of whose width the line crosses. */
    private void cover(int column, double part, double leftY, double rightY, double reach) {
        int first = Math.max(0, (int) Math.floor(Math.min(leftY, rightY) - reach));
        int end = Math.min(height, (int) Math.ceil(Math.max(leftY, rightY) + reach));
        for (int row = first; row < end; row++) {
            double covered =
                    below(leftY + reach - row, rightY + reach - row) - below(leftY - reach - row, rightY - reach - row);
            int at = row * width + column;
            pixels[at] = mixed(pixels[at], Math.rint(part * covered * LEVELS) * color.getAlpha() / (255 * LEVELS));
        }
    }

    /** Returns how much of a pixel is above an edge that crosses it from one place to another; 0 is its top, 1 its bottom. */
    private static double below(double left, double right) {
        double low = Math.min(left, right);
        double high = Math.max(left, right);
        if (high - low < 1e-6) {
            return Math.max(0, Math.min(1, low));
        }
        return (summed(high) - summed(low)) / (high - low);
    }

    /** Returns the integral from far below up to a place of what is at least 0, at most 1 and else the place itself. */
    private static double summed(double place) {
        if (place <= 0) {
            return 0;
        }
        return place < 1 ? place * place / 2 : place - .5;
    }

    private int mixed(int below, double share) {
        int red = mixed(below >> 16 & 255, color.getRed(), share);
        int green = mixed(below >> 8 & 255, color.getGreen(), share);
        int blue = mixed(below & 255, color.getBlue(), share);
        return red << 16 | green << 8 | blue;
    }

    private static int mixed(int below, int above, double share) {
        return (int) (below + (above - below) * share + .5);
    }
}
