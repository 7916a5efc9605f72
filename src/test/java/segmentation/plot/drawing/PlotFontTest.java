package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotFontTest {
    private static final Font MAIN = PlotFont.REGULAR.size(13);

    /** Russian, Greek, Chinese of both kinds, Japanese, Korean, Arabic, Hebrew, Hindi, Bengali, Tamil, Thai, and an emoji beyond the first plane. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Доход",
                "Εισόδημα",
                "收入与消费",
                "收入與消費",
                "年収とスコア",
                "소득",
                "الدخل السنوي",
                "הכנסה שנתית",
                "वार्षिक आय",
                "বার্ষিক আয়",
                "ஆண்டு வருமானம்",
                "รายได้ต่อปี",
                "🛒",
                "Ünïcode – ≥ €"
            })
    void haveEveryCharacter(String text) {
        AttributedCharacterIterator runs = PlotFont.Fallback.runs(text, MAIN);

        for (char at = runs.first(); at != AttributedCharacterIterator.DONE; at = runs.next()) {
            Font font = (Font) runs.getAttribute(TextAttribute.FONT);
            assertThat(font.canDisplay(text.codePointAt(start(text, runs.getIndex()))))
                    .as(text)
                    .isTrue();
        }
        assertThat(PlotFont.REGULAR.width(text, 13)).isPositive();
    }

    /** The same box is drawn for any character that no font has. */
    @ParameterizedTest
    @ValueSource(strings = {"收", "ا", "ה", "आ", "আ", "ஆ", "ร", "🛒", "소"})
    void drawSomethingElseThanABox(String text) {
        assertThat(outline(text)).isNotEqualTo(outline("\uFFFF"));
    }

    @Test
    void joinArabicLettersAndPutThemFromTheRight() {
        double apart =
                PlotFont.REGULAR.width("س", 100) + PlotFont.REGULAR.width("ن", 100) + PlotFont.REGULAR.width("ة", 100);

        assertThat(PlotFont.REGULAR.width("سنة", 100)).isLessThan(0.9 * apart);
    }

    @Test
    void putMarksOfThaiOverTheirLetterAndHebrewFromTheRight() {
        assertThat(PlotFont.REGULAR.width("นี้", 100)).isEqualTo(PlotFont.REGULAR.width("น", 100));

        double first = PlotFont.REGULAR.outline("ו", 100, 0, 0).getBounds2D().getWidth();
        Shape word = PlotFont.REGULAR.outline("וש", 100, 0, 0);

        assertThat(word.intersects(PlotFont.REGULAR.width("ש", 100), -100, first, 100))
                .as("the first letter is narrow and stands on the right")
                .isTrue();
        assertThat(word.getBounds2D().getWidth()).isGreaterThan(2 * first);
    }

    @Test
    void cutNoCharacterInTwo() {
        Label cut = Label.at("🛒🛒🛒🛒🛒🛒🛒🛒", 0, 0).fitting(50);

        assertThat(cut.text()).endsWith("…");
        assertThat(Character.isHighSurrogate(cut.text().charAt(cut.text().length() - 2)))
                .isFalse();
    }

    private static int start(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static String outline(String text) {
        Shape outline = PlotFont.REGULAR.outline(text, 100, 0, 0);
        return outline.getBounds2D().toString();
    }
}
