package segmentation.plot.interactive;

import java.util.stream.Collectors;

/** Escaping of text for plotly, which reads some HTML in all texts, and for the templates that write its script. */
final class PlotlyText {
    private PlotlyText() {}

    /** Returns text that plotly shows as it is: no tag, no entity, no line break. */
    static String shown(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** Returns text that plotly shows as it is, for a template that puts it between quotes of JavaScript. */
    static String quoted(String text) {
        // The template escapes for HTML, which plotly undoes only in part; so there must be nothing left to escape.
        return shown(text)
                .chars()
                .mapToObj(c -> "\\\"'<>&`".indexOf(c) >= 0 ? "\\u%04x".formatted(c) : Character.toString((char) c))
                .collect(Collectors.joining());
    }
}
