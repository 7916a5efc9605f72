package segmentation.plot.interactive;

/**
 * A figure that a page draws with {@link PlotlyLibrary}. Its texts cannot end the script or become markup.
 *
 * @param title what it shows, a few words
 * @param altText the finding in words with its figures
 * @param element the id of the element that it is drawn into
 * @param script statements in JavaScript that draw it, once the library is there
 */
public record InteractiveFigure(String title, String altText, String element, String script) {}
