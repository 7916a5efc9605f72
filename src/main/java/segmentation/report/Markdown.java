package segmentation.report;

/** Escaping of text for Markdown (CommonMark with the tables of GitHub). */
final class Markdown {
    /** Characters that mark something up wherever they stand; the dollar starts a formula on GitHub. */
    private static final String MARKS = "[\\\\`*_\\[\\]<>|~&$]";

    private Markdown() {}

    /**
     * Returns text on one line that reads as itself in a paragraph, a heading, a list item or a cell: marks get a
     * backslash in front, runs of spaces and line breaks become one space, spaces at the ends are gone.
     */
    static String escape(String text) {
        return text.replaceAll("\\s+", " ")
                .strip()
                .replaceAll(MARKS, "\\\\$0")
                .replaceFirst("^([#+=-])", "\\\\$1")
                .replaceFirst("^([0-9]+)([.)])(?=\\s|$)", "$1\\\\$2")
                // A closing run of # belongs to the syntax of a heading.
                .replaceFirst("(?<!\\\\)(#+)$", "\\\\$1");
    }
}
