package segmentation.plot.drawing;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.List;

/**
 * Fonts for what Roboto, which has Latin, Greek and Cyrillic, cannot draw: Noto Sans Arabic and Devanagari, Droid Sans
 * Fallback for Chinese, Japanese and Korean, Noto Emoji in one colour. They come with the library, so a name looks the same
 * on every machine; they have one weight.
 */
final class FallbackFonts {
    private static final List<String> FILES = List.of(
            "NotoSansArabic-Regular.ttf",
            "NotoSansDevanagari-Regular.ttf",
            "DroidSansFallback.ttf",
            "NotoEmoji-Regular.ttf");

    private FallbackFonts() {}

    /** Loaded when the first text needs one: they have 5 MB. */
    private static final class Loaded {
        private static final List<Font> FONTS =
                FILES.stream().map(file -> PlotFont.read("fonts/" + file)).toList();

        private Loaded() {}
    }

    /** Returns the text with a font for each of its characters: the main one where that has it. */
    static AttributedCharacterIterator runs(String text, Font main) {
        AttributedString runs = new AttributedString(text);
        Font font = main;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            font = belongsToLast(codePoint) ? font : of(codePoint, main);
            runs.addAttribute(TextAttribute.FONT, font, at, end);
            at = end;
        }
        return runs.getIterator();
    }

    /** Says whether a character, as an accent or a joiner, is drawn together with the one before. */
    private static boolean belongsToLast(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || type == Character.MODIFIER_SYMBOL && codePoint > Character.MAX_VALUE;
    }

    private static Font of(int codePoint, Font main) {
        return main.canDisplay(codePoint)
                ? main
                : Loaded.FONTS.stream()
                        .filter(font -> font.canDisplay(codePoint))
                        .findFirst()
                        .map(font -> font.deriveFont(main.getSize2D()))
                        .orElse(main);
    }
}
