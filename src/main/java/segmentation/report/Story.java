package segmentation.report;

import java.util.List;
import java.util.stream.Collectors;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Kind;
import segmentation.report.ReportDocument.Section;

/** The segments on cards, to show within a notebook: as HTML where that is shown, as plain text elsewhere. */
public final class Story {
    private final List<Card> cards;

    private Story(List<Card> cards) {
        this.cards = cards;
    }

    /** Returns a story of cards, in their order. */
    static Story of(List<Card> cards) {
        return new Story(List.copyOf(cards));
    }

    /** Returns a fragment of HTML without style; all text in it is escaped. */
    public String toHtml() {
        return HtmlReport.section(new Section(Kind.BODY, "The segments", List.copyOf(cards)));
    }

    /** Returns the story as plain text. */
    @Override
    public String toString() {
        return cards.stream().map(Story::text).collect(Collectors.joining("\n\n"));
    }

    private static String text(Card card) {
        String points = card.points().stream()
                .map(point -> "  %s: %s".formatted(point.label(), point.text()))
                .collect(Collectors.joining("\n"));
        return "%d · %s\n%s\n%s".formatted(card.number(), card.title(), card.text(), points);
    }
}
