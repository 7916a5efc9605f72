package segmentation.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import segmentation.report.Html;

/**
 * Java code as HTML that a style sheet can colour: comments, texts, numbers, keywords, annotations and types, each in a
 * {@code span} of a class of its own; all text escaped.
 *
 * <p>A word is a type where it begins with a capital and has a small letter in it, as everywhere in this project.
 */
final class JavaColours {
    private static final String KEYWORDS =
            "abstract|boolean|break|byte|case|catch|char|class|continue|default|do|double"
                    + "|else|enum|extends|false|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null"
                    + "|package|permits|private|protected|public|record|return|sealed|short|static|super|switch|this|throw|throws"
                    + "|true|try|var|void|while|yield";

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*.*?\\*/|^%[^\\n]*)"
                    + "|(?<text>\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+')"
                    + "|(?<annotation>@[A-Za-z]\\w*)"
                    + "|(?<keyword>(?<![\\w.])(?:" + KEYWORDS + ")\\b)"
                    + "|(?<number>(?<!\\w)(?:0x[0-9A-Fa-f_]+|[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)[LlFfDd]?\\b)"
                    + "|(?<type>\\b[A-Z]\\w*[a-z]\\w*)",
            Pattern.DOTALL | Pattern.MULTILINE);

    private JavaColours() {}

    /** Returns the code with a span around each token that has a colour. */
    static String html(String code) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(code);
        int from = 0;
        while (token.find()) {
            String kind = Stream.of("comment", "text", "annotation", "keyword", "number", "type")
                    .filter(name -> token.group(name) != null)
                    .findFirst()
                    .orElseThrow();
            html.append(Html.escape(code.substring(from, token.start())))
                    .append("<span class=\"%s\">%s</span>".formatted(kind, Html.escape(token.group())));
            from = token.end();
        }
        return html.append(Html.escape(code.substring(from))).toString();
    }
}
