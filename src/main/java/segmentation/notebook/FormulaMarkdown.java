package segmentation.notebook;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Formulas in Markdown as Jupyter has them, {@code $x$} in a line and {@code $$x$$} on its own, shown as MathML.
 *
 * <p>A dollar that follows a letter or digit, that a space follows, or that has no other, is a dollar: {@code 15 k$}.
 */
final class FormulaMarkdown implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    @Override
    public void extend(Parser.Builder parser) {
        parser.customInlineContentParserFactory(new Dollars());
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(Shown::new);
    }

    /** A formula in the tree of a text. */
    private static final class FormulaNode extends CustomNode {
        private final String latex;
        private final boolean alone;

        private FormulaNode(String latex, boolean alone) {
            this.latex = latex;
            this.alone = alone;
        }
    }

    private static final class Dollars implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return Dollars::parsed;
        }

        private static ParsedInline parsed(InlineParserState state) {
            Scanner scanner = state.scanner();
            if (Character.isLetterOrDigit(scanner.peekPreviousCodePoint())) {
                return ParsedInline.none();
            }
            int dollars = scanner.matchMultiple('$');
            Position begin = scanner.position();
            if (dollars > 2 || dollars == 1 && Character.isWhitespace(scanner.peek())) {
                return ParsedInline.none();
            }
            while (scanner.find('$') >= 0) {
                Position end = scanner.position();
                boolean spaced = Character.isWhitespace(scanner.peekPreviousCodePoint());
                if (scanner.matchMultiple('$') == dollars && !(dollars == 1 && spaced)) {
                    String latex = scanner.getSource(begin, end).getContent().strip();
                    return ParsedInline.of(new FormulaNode(latex, dollars == 2), scanner.position());
                }
            }
            return ParsedInline.none();
        }
    }

    private static final class Shown implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        private Shown(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FormulaNode.class);
        }

        @Override
        public void render(Node node) {
            FormulaNode formula = (FormulaNode) node;
            context.getWriter().raw(Formula.html(formula.latex, formula.alone));
        }
    }
}
