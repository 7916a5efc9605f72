package segmentation.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.text.Excerpt;

/** Encodings by the names that people use, and which of them bytes may have that are not Western. */
final class EncodingNames {
    /** The names that are suggested, the more frequent first. */
    private static final List<String> USUAL = List.of(
            "windows-1251",
            "GB18030",
            "Shift_JIS",
            "Big5",
            "EUC-KR",
            "windows-1250",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "x-windows-874",
            "KOI8-R",
            "EUC-JP",
            "x-MacRoman",
            "IBM850",
            "ISO-8859-15");

    private static final int SUGGESTED = 3;
    private static final double CLEAR_SHARE = 0.5;
    private static final double ODD_SHARE = 0.2;
    private static final int LONG_RUN = 4;
    private static final int FEW = 4;
    private static final String SELDOM =
            "\u00A4\u00A6\u00AC\u00AD\u00AF\u00B8\u00B6\u0192\u02C6\u02DC\u2020\u2021\u2030\u00A5\u00A2\u00B9";
    private static final String WITHIN_WORDS = "\u2019\u2018\u00B7\u00AD\u2013\u2014\u2026/";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\x00-\\x7F&&[^A-Za-z'/-]]+");
    private static final String BEFORE_NO_WORD = "\u00A3\u00A5\u00BC\u00BE\u00B1\u00B3";
    private static final String ICELANDIC = "\u00F0\u00FE\u00FD\u00D0\u00DE\u00DD";
    private static final String ACCENTED = "\u00E1\u00E9\u00ED\u00F3\u00FA\u00E6\u00C1\u00C9\u00CD\u00D3\u00DA\u00C6";

    private EncodingNames() {}

    /** Returns the encoding of a name as it is registered, or as programs write it: {@code cp1251}, {@code MacRoman}. */
    static Optional<Charset> charset(String name) {
        String plain = name.strip();
        String digits =
                plain.toLowerCase(Locale.ROOT).replaceFirst("^(windows|win|cp|ansi|ms)?[ _-]?(?=\\d{3,4}$)", "");
        String dashed = plain.replace(' ', '-');
        return Stream.of(plain, dashed, "x-" + dashed, "windows-" + digits, "x-windows-" + digits, "IBM" + digits)
                .map(EncodingNames::registered)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Charset> registered(String name) {
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    /**
     * Says whether a text that was read as Windows-1252 is clearly written in something else: most of its letters beyond
     * ASCII stand in long runs, as they do in no Western language, or many signs stand within words or are signs that hardly any text
     * has. Each word counts once.
     */
    static boolean isForeign(String text) {
        // A unit or a sign that stands in every row would outvote all other words.
        String western = differentWords(text);
        int beyond = 0;
        int inRuns = 0;
        int odd = 0;
        int run = 0;
        for (int i = 0; i <= western.length(); i++) {
            if (i < western.length() && western.charAt(i) > '\u007F') {
                beyond++;
                run++;
                odd += isOdd(western, i) ? 1 : 0;
                continue;
            }
            inRuns += run >= LONG_RUN ? run : 0;
            run = 0;
        }
        return beyond >= FEW
                && (inRuns > CLEAR_SHARE * beyond || odd > ODD_SHARE * beyond || isTurkishOrCzech(western, beyond));
    }

    private static String differentWords(String text) {
        return BETWEEN_WORDS.splitAsStream(text).distinct().collect(Collectors.joining(" "));
    }

    /**
     * Says whether letters stand together that no Western language has: those of Iceland without its accents are Turkish,
     * those of Denmark and Italy beside each other are Czech.
     */
    private static boolean isTurkishOrCzech(String western, int beyond) {
        long icelandic = count(western, ICELANDIC);
        boolean turkish = icelandic >= FEW && icelandic > ODD_SHARE * beyond && count(western, ACCENTED) == 0;
        boolean czech = count(western, "\u00F8\u00D8") > 0
                && count(western, "\u00EC\u00F9\u00F2\u00EF") > 0
                && count(western, "\u00E5\u00E6\u00C5\u00C6") == 0;
        return turkish || czech;
    }

    private static long count(String text, String letters) {
        return text.chars().filter(letter -> letters.indexOf(letter) >= 0).count();
    }

    private static boolean isOdd(String text, int place) {
        char sign = text.charAt(place);
        boolean seldom = SELDOM.indexOf(sign) >= 0;
        boolean lowerBehind = place + 1 < text.length() && Character.isLowerCase(text.charAt(place + 1));
        boolean letterBefore = place > 0 && Character.isLetter(text.charAt(place - 1));
        boolean capitalInside = Character.isUpperCase(sign)
                && letterBefore
                && (lowerBehind || Character.isLowerCase(text.charAt(place - 1)));
        return seldom
                || capitalInside
                || lowerBehind && BEFORE_NO_WORD.indexOf(sign) >= 0
                || !Character.isLetter(sign)
                        && WITHIN_WORDS.indexOf(sign) < 0
                        && place > 0
                        && place + 1 < text.length()
                        && Character.isLetter(text.charAt(place - 1))
                        && Character.isLetter(text.charAt(place + 1));
    }

    /** Names up to three encodings that make words of bytes, the likeliest first, each with what it makes of the line of a place. */
    static String suggestions(byte[] bytes, int place) {
        int beyond = 0;
        for (byte value : bytes) {
            beyond += value < 0 ? 1 : 0;
        }
        if (beyond < FEW) {
            return "";
        }
        int start = Math.min(place, bytes.length);
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        int from = start;
        return USUAL.stream()
                .map(EncodingNames::charset)
                .flatMap(Optional::stream)
                .flatMap(charset -> Guess.of(charset, bytes, from).stream())
                .sorted(Comparator.comparingDouble(Guess::doubt))
                .limit(SUGGESTED)
                .map(guess -> "%s (%s)".formatted(guess.charset().name(), guess.shown()))
                .collect(Collectors.joining(", "));
    }

    /** How a text reads in an encoding, and how much speaks against it: 0 for nothing, 1 a letter. */
    private record Guess(Charset charset, String shown, double doubt) {
        private static final int SHOWN = 24;
        private static final double NO_CAPITAL = 0.05;

        static Optional<Guess> of(Charset charset, byte[] bytes, int from) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                String rest = charset.newDecoder()
                        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                        .toString();
                return Optional.of(new Guess(charset, Excerpt.quoted(firstWords(rest)), doubt(differentWords(text))));
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }

        private static String firstWords(String text) {
            String line = text.lines().findFirst().orElse("");
            return line.substring(0, Math.min(SHOWN, line.length()));
        }

        // Words keep to one script, have capitals in front or throughout, and hold letters, not signs; of a script that
        // has capitals, a text has some.
        private static double doubt(String text) {
            int beyond = 0;
            boolean lower = text.chars().anyMatch(letter -> letter > '\u007F' && Character.isLowerCase(letter));
            boolean upper = text.chars().anyMatch(letter -> letter > '\u007F' && Character.isUpperCase(letter));
            double against = 0;
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (letter <= '\u007F') {
                    continue;
                }
                beyond++;
                against += Character.isLetter(letter) ? rarity(letter) : 1;
                if (i > 0 && Character.isLetter(text.charAt(i - 1))) {
                    char before = text.charAt(i - 1);
                    boolean mixed = Character.UnicodeScript.of(before) != Character.UnicodeScript.of(letter);
                    boolean lowerBehind = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
                    boolean capitalInside =
                            Character.isUpperCase(letter) && (lowerBehind || Character.isLowerCase(before));
                    against += mixed || capitalInside ? 1 : 0;
                }
            }
            return beyond == 0 ? 1 : against / beyond + (lower && !upper ? NO_CAPITAL : 0);
        }

        // Letters that every text of their script is full of weigh nothing, those few texts have weigh a little.
        private static double rarity(char letter) {
            boolean halfWidth = letter >= '\uFF61' && letter <= '\uFFDC';
            boolean rareIdeograph =
                    Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN && !isUsualHan(letter);
            boolean rareCyrillic = Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC
                    && (letter < '\u0410' || letter > '\u044F');
            return halfWidth || rareIdeograph || rareCyrillic ? 0.5 : 0;
        }

        // The first level of GB 2312, the 3,755 most frequent ideographs, has leading bytes from B0 to D7.
        private static boolean isUsualHan(char letter) {
            byte[] written = String.valueOf(letter).getBytes(Charset.forName("GB18030"));
            int lead = written[0] & 0xFF;
            return written.length == 2 && lead >= 0xB0 && lead <= 0xD7 && (written[1] & 0xFF) >= 0xA1;
        }
    }
}
