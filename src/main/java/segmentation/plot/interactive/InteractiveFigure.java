package segmentation.plot.interactive;

/**
 * A figure that a page can hold: style, elements, data and script in one. Texts of data cannot end the script or become
 * markup.
 *
 * @param title what it shows, a few words
 * @param altText the finding in words with its figures
 * @param body HTML of its own, which needs nothing from elsewhere
 */
public record InteractiveFigure(String title, String altText, String body) {}
