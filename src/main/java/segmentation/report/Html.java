package segmentation.report;

/** Escaping of text for HTML. */
public final class Html {
    private Html() {}

    /** Returns text safe to stand in an element or between quotes in an attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Returns the text that {@link #escape} was given. */
    static String unescape(String escaped) {
        return escaped.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
