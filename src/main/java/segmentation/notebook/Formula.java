package segmentation.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import segmentation.report.Html;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/**
 * A formula of LaTeX as MathML Core, which browsers draw without a script or a font from elsewhere.
 *
 * <p>SnuggleTeX reads the LaTeX. What MathML Core has not is put into what it has: fences into their brackets, double-struck
 * and script letters into their characters, limits of sums above and below where the formula stands alone.
 */
final class Formula {
    private static final SnuggleEngine ENGINE = new SnuggleEngine();

    /** Names of amsmath and others that SnuggleTeX does not know, in its own. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("[lr]Vert", "Vert"),
            Map.entry("[lr]vert", "vert"),
            Map.entry("\\|", "Vert"),
            Map.entry("(?:text|operatorname\\*?|mathrm|mathit)(?=\\{)", "mbox"),
            Map.entry("[dt]frac", "frac"),
            Map.entry("dots[cbm]?", "ldots"),
            Map.entry("gets", "leftarrow"),
            Map.entry("to", "rightarrow"),
            Map.entry("colon", "mbox{:}"),
            Map.entry("(?:big|Big|bigg|Bigg)[lr]?", ""),
            Map.entry("boldsymbol", "mathbf"));

    private static final Map<String, Integer> LETTERS = Map.of("double-struck", 0x1D538, "script", 0x1D49C);
    private static final Map<String, String> EARLIER_LETTERS = Map.of(
            "double-struck C",
            "ℂ",
            "double-struck N",
            "ℕ",
            "double-struck P",
            "ℙ",
            "double-struck Q",
            "ℚ",
            "double-struck R",
            "ℝ",
            "double-struck Z",
            "ℤ",
            "script L",
            "ℒ");
    private static final Set<String> WITH_LIMITS = Set.of("∑", "∏", "⋃", "⋂", "min", "max", "lim");

    private Formula() {}

    /** Returns a {@code math} element, or the LaTeX as code of the class {@code latex} where it cannot be shown. */
    static String html(String latex, boolean alone) {
        try {
            return mathMl(latex, alone);
        } catch (IllegalArgumentException unknown) {
            return "<code class=\"latex\">%s</code>".formatted(Html.escape(latex));
        }
    }

    /**
     * Returns a {@code math} element.
     *
     * @param latex without the dollars around it
     * @param alone whether it stands on a line of its own
     * @throws IllegalArgumentException where SnuggleTeX does not understand it; the sentence names the formula
     */
    static String mathMl(String latex, boolean alone) {
        try {
            SnuggleSession session = ENGINE.createSession();
            session.parseInput(new SnuggleInput("$" + inKnownNames(latex) + "$"));
            if (!session.getErrors().isEmpty()) {
                throw new IllegalArgumentException("The formula %s has something that cannot be shown: %s"
                        .formatted(latex, session.getErrors().get(0)));
            }
            Element math = (Element) session.buildDOMSubtree().item(0);
            math.setAttribute("display", alone ? "block" : "inline");
            math.setAttribute("alttext", latex);
            inCore(math, alone);
            return written(math);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String inKnownNames(String latex) {
        String known = latex;
        for (Map.Entry<String, String> name : OTHER_NAMES.entrySet()) {
            String pattern = name.getKey();
            String end = Character.isLetter(pattern.charAt(pattern.length() - 1))
                            || pattern.endsWith("?")
                            || pattern.endsWith("]")
                    ? "(?![A-Za-z])"
                    : "";
            String replacement = name.getValue().isEmpty() ? "" : "\\\\" + name.getValue() + (end.isEmpty() ? "" : " ");
            known = known.replaceAll("\\\\" + (pattern.equals("\\|") ? "\\|" : pattern) + end, replacement);
        }
        return known;
    }

    private static void inCore(Node node, boolean alone) {
        for (Node child : children(node)) {
            inCore(child, alone);
        }
        if (node instanceof Element element) {
            switch (element.getLocalName()) {
                case "mfenced" -> unfence(element);
                case "mi" -> letter(element);
                case "msub", "msubsup" -> {
                    if (alone && WITH_LIMITS.contains(element.getFirstChild().getTextContent())) {
                        rename(element, element.getLocalName().equals("msub") ? "munder" : "munderover");
                    }
                }
                default -> {
                    // The others are in MathML Core as they are.
                }
            }
        }
    }

    private static void unfence(Element fenced) {
        Document document = fenced.getOwnerDocument();
        Element row = rename(fenced, "mrow");
        List<Node> inside = children(row);
        for (Node next : inside.subList(Math.min(1, inside.size()), inside.size())) {
            row.insertBefore(operator(document, ","), next);
        }
        row.insertBefore(operator(document, fenced.getAttribute("open")), row.getFirstChild());
        row.appendChild(operator(document, fenced.getAttribute("close")));
        row.removeAttribute("open");
        row.removeAttribute("close");
    }

    private static Element operator(Document document, String sign) {
        Element operator = document.createElementNS("http://www.w3.org/1998/Math/MathML", "mo");
        operator.setTextContent(sign);
        return operator;
    }

    private static void letter(Element letter) {
        String variant = letter.getAttribute("mathvariant");
        String text = letter.getTextContent();
        if (LETTERS.containsKey(variant) && text.matches("[A-Z]")) {
            letter.setTextContent(EARLIER_LETTERS.getOrDefault(
                    variant + " " + text, Character.toString(LETTERS.get(variant) + text.charAt(0) - 'A')));
            letter.removeAttribute("mathvariant");
        }
    }

    private static Element rename(Element element, String name) {
        return (Element) element.getOwnerDocument().renameNode(element, element.getNamespaceURI(), name);
    }

    private static List<Node> children(Node node) {
        return new ArrayList<>(IntStream.range(0, node.getChildNodes().getLength())
                .mapToObj(node.getChildNodes()::item)
                .toList());
    }

    private static String written(Node node) {
        if (!(node instanceof Element element)) {
            return Html.escape(node.getTextContent());
        }
        String attributes = IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(element.getAttributes()::item)
                .filter(attribute -> !attribute.getNodeName().startsWith("xmlns"))
                .map(attribute ->
                        " %s=\"%s\"".formatted(attribute.getNodeName(), Html.escape(attribute.getNodeValue())))
                .sorted()
                .collect(Collectors.joining());
        String name = element.getLocalName();
        return "<%s%s>%s</%s>"
                .formatted(
                        name,
                        attributes,
                        children(node).stream().map(Formula::written).collect(Collectors.joining()),
                        name);
    }
}
