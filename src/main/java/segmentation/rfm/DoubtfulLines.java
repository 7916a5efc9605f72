package segmentation.rfm;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.csv.CsvRow;
import segmentation.data.value.YesNo;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;
import segmentation.text.Wording;

/**
 * Lines that count, and that a person is asked about: those that a column of states calls cancelled, returned or refunded,
 * amounts of several currencies, and all who bought without a name, under one name such as {@code Guest}.
 */
final class DoubtfulLines {
    private static final Pattern STATE = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(status|state|type|stage|estado|statut|zustand|stato|kind|situacao|situação|статус|状态)([^\\p{L}].*)?|.*(Status|State)");
    private static final Pattern UNDONE =
            Pattern.compile("(?i).*(cancel|storn|refund|return|annul|void|reject|failed|charge"
                    + " ?back|devol|reembols|rembours|rückgabe|retour|abgebrochen|отмен|возврат|取消|退款).*");
    private static final Pattern CURRENCY = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(currency|curr|ccy|devise|währung|waehrung|moneda|moeda|valuta|waluta|para"
                    + " birimi|валюта|币种|货币|通貨)([^\\p{L}].*)?|.*Currency");
    private static final Set<String> NOBODY = Set.of(
            "guest",
            "guests",
            "guest user",
            "guest checkout",
            "guest customer",
            "walk-in",
            "walk in",
            "walk-in customer",
            "walkin",
            "anonymous",
            "anonym",
            "cash",
            "cash customer",
            "cash sale",
            "counter sale",
            "pos customer",
            "default customer",
            "no customer",
            "not registered",
            "unregistered",
            "gast",
            "gastkunde",
            "laufkunde",
            "laufkundschaft",
            "barverkauf",
            "barkunde",
            "diverse",
            "invité",
            "anonyme",
            "client comptoir",
            "invitado",
            "anónimo",
            "consumidor final",
            "público general",
            "publico general",
            "cliente final",
            "cliente generico",
            "anonimo",
            "ospite",
            "гость",
            "розничный покупатель",
            "散客",
            "匿名",
            "游客",
            "ゲスト",
            "비회원");
    private static final int LONGEST_NAME = 24;
    private static final int MOST_CURRENCIES = 4;
    private static final int MOST_VALUES = 1000;

    private final CsvRow header;
    private final int[] states;
    private final int[] flags;
    private final int[] currencies;
    private final int customer;
    private final TreeMap<Integer, TreeMap<String, Integer>> counts = new TreeMap<>();

    private DoubtfulLines(CsvRow header, int customer) {
        this.header = header;
        this.states = places(STATE);
        this.flags = places(UNDONE);
        this.currencies = places(CURRENCY);
        this.customer = customer;
    }

    /** Looks for columns that may say so; {@code customer} is the place of that of customers, counted from 0. */
    static DoubtfulLines below(CsvRow header, int customer) {
        return new DoubtfulLines(header, customer);
    }

    private int[] places(Pattern names) {
        return IntStream.range(0, header.cells().size())
                .filter(place ->
                        names.matcher(Blanks.trimmed(header.cells().get(place))).matches())
                .toArray();
    }

    /** Looks at a line with as many cells as the header. */
    void see(CsvRow row) {
        for (int place : states) {
            String cell = Blanks.trimmed(row.cells().get(place));
            if (UNDONE.matcher(cell).matches()) {
                count(place, cell);
            }
        }
        for (int place : flags) {
            String cell = Blanks.trimmed(row.cells().get(place));
            if (cell.equals("1") || YesNo.value(cell).orElse(0) == 1) {
                count(place, cell);
            }
        }
        for (int place : currencies) {
            String cell = Blanks.trimmed(row.cells().get(place));
            if (!cell.isEmpty()) {
                count(place, cell);
            }
        }
        String name = Blanks.trimmed(row.cells().get(customer));
        if (isNobody(name)) {
            count(customer, name);
        }
    }

    private static boolean isNobody(String name) {
        // Most names are numbers, of which no word is looked for.
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && Character.isLetter(name.charAt(0))
                && NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }

    private void count(int place, String cell) {
        count(place, cell, 1);
    }

    private void count(int place, String cell, int lines) {
        Map<String, Integer> values = counts.computeIfAbsent(place, unseen -> new TreeMap<>());
        if (values.size() < MOST_VALUES || values.containsKey(cell)) {
            values.merge(cell, lines, Integer::sum);
        }
    }

    /** Returns how many lines of each column have each state so far. */
    TreeMap<Integer, TreeMap<String, Integer>> seen() {
        return counts;
    }

    /** Counts the lines of a stretch that stands behind those so far. */
    void see(Map<Integer, TreeMap<String, Integer>> later) {
        later.forEach((place, values) -> values.forEach((cell, lines) -> count(place, cell, lines)));
    }

    /** Returns a sentence for each state, name and mixture of currencies, on how many lines have it and how they are left out. */
    List<String> notes() {
        return counts.entrySet().stream()
                .flatMap(column -> notes(column.getKey(), column.getValue()))
                .limit(5)
                .toList();
    }

    private Stream<String> notes(int place, Map<String, Integer> values) {
        String column = header.label(place);
        if (place == customer) {
            return values.entrySet().stream()
                    .map(name -> "%s of %s: %s, taken for one customer; --where \"%s != %s\" leaves them out."
                            .formatted(
                                    Excerpt.quoted(name.getKey()),
                                    column,
                                    Wording.count(name.getValue(), "line"),
                                    column,
                                    Excerpt.shortened(name.getKey())));
        }
        if (IntStream.of(currencies).anyMatch(currency -> currency == place)) {
            return Stream.of(values).filter(several -> several.size() > 1).map(several -> mixture(column, several));
        }
        return values.entrySet().stream().map(value -> note(column, value.getKey(), value.getValue()));
    }

    private static String mixture(String column, Map<String, Integer> lines) {
        String most =
                Collections.max(lines.entrySet(), Map.Entry.comparingByValue()).getKey();
        String shown = lines.entrySet().stream()
                .limit(MOST_CURRENCIES)
                .map(value ->
                        "%s (%s)".formatted(Excerpt.shortened(value.getKey()), Wording.count(value.getValue(), "line")))
                .collect(Collectors.joining(", "));
        return "%s holds %s%s, added up as if they were one; --where \"%s = %s\" takes one."
                .formatted(
                        column,
                        shown,
                        lines.size() > MOST_CURRENCIES ? " and more" : "",
                        column,
                        Excerpt.shortened(most));
    }

    private static String note(String column, String value, int lines) {
        return "%s of %s: %s, counted like any other; are they purchases? --where \"%s != %s\" leaves them out."
                .formatted(
                        Excerpt.quoted(value), column, Wording.count(lines, "line"), column, Excerpt.shortened(value));
    }
}
