package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.text.ResultTable;

class TerminalTableTest {

    @Test
    void alignsFiguresRightAndTextLeft() {
        ResultTable table = ResultTable.titled("Sizes")
                .text("name")
                .figures("n")
                .row("one", "1,000")
                .row("twenty", "2")
                .build();

        assertThat(TerminalTable.of(table, 80)).isEqualTo("""
                Sizes
                name        n
                ------  -----
                one     1,000
                twenty      2
                """);
    }

    @Test
    void breaksTheWidestTextBetweenWordsAndNeverFigures() {
        ResultTable table = ResultTable.titled("")
                .text("name")
                .figures("n")
                .text("why")
                .row("a", "1,000,000", "High income and low spending")
                .build();

        assertThat(TerminalTable.of(table, 32)).isEqualTo("""
                name          n  why
                ----  ---------  ---------------
                a     1,000,000  High income and
                                 low spending
                """);
        assertThat(TerminalTable.of(table, 1)).contains("1,000,000").contains("------------\n");
    }

    @Test
    void leavesATableOfFiguresAsWideAsItIs() {
        ResultTable table =
                ResultTable.titled("").figures("a", "b").row("1", "2").build();

        assertThat(TerminalTable.of(table, 2)).isEqualTo("a  b\n-  -\n1  2\n");
    }

    @Test
    void breaksAWordThatIsLongerThanTheLine() {
        assertThat(TerminalText.broken("abcdefgh ij 客户客户", 4)).containsExactly("abcd", "efgh", "ij", "客户", "客户");
        assertThat(TerminalText.broken("客", 1)).containsExactly("客");
        assertThat(TerminalText.broken("", 4)).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({"abc,3", "客户,4", "カナ,4", "한국,4", "🛒,2", "e\u0301,1", "Ａ,2", "。,2", "'',0"})
    void countsThePlacesOfATerminal(String text, int width) {
        assertThat(TerminalText.width(text)).isEqualTo(width);
    }

    @Test
    void showsWhatATerminalWouldObeyAsAQuestionMark() {
        assertThat(TerminalText.visible("a\u001B[31mred\u202Ex\nb")).isEqualTo("a?[31mred?x b");
    }
}
