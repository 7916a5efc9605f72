package segmentation.data.value;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words for yes and no, in one language each, that a column may hold instead of 1 and 0.
 *
 * @param yes the word for 1, in lower case
 * @param no the word for 0, in lower case
 */
public record YesNo(String yes, String no) {
    private static final List<YesNo> PAIRS = List.of(
            new YesNo("yes", "no"),
            new YesNo("true", "false"),
            new YesNo("y", "n"),
            new YesNo("t", "f"),
            new YesNo("ja", "nein"),
            new YesNo("j", "n"),
            new YesNo("wahr", "falsch"),
            new YesNo("oui", "non"),
            new YesNo("o", "n"),
            new YesNo("vrai", "faux"),
            new YesNo("sí", "no"),
            new YesNo("si", "no"),
            new YesNo("sì", "no"),
            new YesNo("sim", "não"),
            new YesNo("sim", "nao"),
            new YesNo("verdadero", "falso"),
            new YesNo("verdadeiro", "falso"),
            new YesNo("vero", "falso"),
            new YesNo("ja", "nee"),
            new YesNo("ja", "nej"),
            new YesNo("tak", "nie"),
            new YesNo("да", "нет"),
            new YesNo("evet", "hayır"),
            new YesNo("是", "否"),
            new YesNo("はい", "いいえ"));

    /** Returns the pair of which a column holds both words and nothing else, in any case; empty where there is none. */
    public static Optional<YesNo> of(Collection<String> cells) {
        if (cells.size() < 2 || cells.size() > 2 * PAIRS.size()) {
            return Optional.empty();
        }
        Set<String> words = cells.stream().map(YesNo::key).collect(Collectors.toSet());
        return PAIRS.stream()
                .filter(pair -> words.equals(Set.of(pair.yes, pair.no)))
                .findFirst();
    }

    /** Returns 1 or 0 for a word of any pair, for cells that are known to answer yes or no; empty for other words. */
    public static OptionalInt value(String cell) {
        String word = key(cell);
        return PAIRS.stream()
                .filter(pair -> pair.yes.equals(word) || pair.no.equals(word))
                .mapToInt(pair -> pair.yes.equals(word) ? 1 : 0)
                .findFirst();
    }

    private static String key(String cell) {
        return cell.toLowerCase(Locale.ROOT);
    }
}
