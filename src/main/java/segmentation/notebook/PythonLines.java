package segmentation.notebook;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text cut into lines where Jupyter cuts it, which is in more places than {@link String#lines}. */
final class PythonLines {
    private static final String BREAK = "\\r\\n|[\\n\\r\\x0B\\f\\x1C\\x1D\\x1E\\x85\\u2028\\u2029]";
    private static final String OTHER = "[^\\n\\r\\x0B\\f\\x1C\\x1D\\x1E\\x85\\u2028\\u2029]";
    private static final Pattern LINE = Pattern.compile(OTHER + "*+(?:" + BREAK + ")|" + OTHER + "++");

    private PythonLines() {}

    /** Returns the lines, each with its line break; the last one may have none. */
    static List<String> of(String text) {
        return LINE.matcher(text).results().map(MatchResult::group).toList();
    }
}
