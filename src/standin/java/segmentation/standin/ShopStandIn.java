package segmentation.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A synthetic file of 2,000 shop customers that tells the same story as the published one: no groups.
 *
 * <p>Modelled on aggregates only: how often each gender, profession, work experience and family size occurs, and how
 * ages, scores and incomes are spread over ranges. All are drawn independently of one another. The published file has
 * oddities, and this one has them too: the first 200 rows repeat gender, age and score of the mall customers (here of
 * their stand-in); the first 300 incomes are whole thousands from 0 up, and the others lie above 50,000; 35 professions
 * are missing; ages go down to 0, whatever profession and work experience stand beside them.
 */
public final class ShopStandIn {
    private static final long SEED = 17;
    private static final String HEADER =
            "CustomerID,Gender,Age,Annual Income ($),Spending Score (1-100),Profession,Work Experience,Family Size";
    private static final String LINE_END = "\r\n";

    private static final int REPEATED = 200;
    private static final int WOMEN_AFTER = 1_074;
    private static final int MEN_AFTER = 726;
    private static final Bins AGES_AFTER =
            new Bins(tens(11), new int[] {185, 183, 168, 180, 156, 177, 192, 165, 200, 194});
    private static final Bins SCORES_AFTER = new Bins(
            new int[] {0, 1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 101},
            new int[] {2, 128, 180, 170, 189, 216, 196, 172, 168, 182, 179, 18});
    private static final Bins FIRST_THOUSANDS = new Bins(
            new int[] {0, 1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 150},
            new int[] {2, 28, 24, 23, 34, 25, 29, 32, 28, 40, 32, 3});
    private static final Bins OTHER_INCOMES = new Bins(
            new int[] {
                50_000, 60_000, 70_000, 80_000, 90_000, 100_000, 110_000, 120_000, 130_000, 140_000, 150_000, 160_000,
                170_000, 180_000, 190_000
            },
            new int[] {112, 123, 119, 114, 117, 118, 137, 114, 117, 145, 122, 112, 116, 134});
    private static final Bins EXPERIENCES =
            Bins.fromZero(431, 470, 63, 55, 121, 117, 120, 126, 166, 160, 84, 14, 17, 16, 16, 14, 5, 5);
    private static final Bins FAMILIES = Bins.fromZero(0, 299, 361, 311, 289, 258, 243, 234, 4, 1);
    private static final Map<String, Integer> PROFESSIONS = new TreeMap<>(Map.of(
            "Artist",
            612,
            "Healthcare",
            339,
            "Entertainment",
            234,
            "Engineer",
            179,
            "Doctor",
            161,
            "Executive",
            153,
            "Lawyer",
            142,
            "Marketing",
            85,
            "Homemaker",
            60,
            "",
            35));

    private ShopStandIn() {}

    /** Returns the file as it is bundled, byte for byte if written in UTF-8. */
    public static String csv() {
        return csv(SEED);
    }

    /** Returns a file as one seed draws it; equal seeds draw equal files on every machine. */
    static String csv(long seed) {
        Random random = new Random(seed);
        List<List<String>> mall = MallStandIn.csv()
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",")))
                .toList();
        Map<String, Integer> genders = new TreeMap<>(Map.of("Female", WOMEN_AFTER, "Male", MEN_AFTER));
        List<List<String>> columns = List.of(
                joined(column(mall, 1), shuffled(genders, random)),
                joined(column(mall, 2), shuffled(AGES_AFTER, random)),
                joined(thousands(shuffled(FIRST_THOUSANDS, random)), shuffled(OTHER_INCOMES, random)),
                joined(column(mall, 4), shuffled(SCORES_AFTER, random)),
                shuffled(PROFESSIONS, random),
                shuffled(EXPERIENCES, random),
                shuffled(FAMILIES, random));
        return Stream.concat(
                        Stream.of(HEADER),
                        IntStream.range(0, columns.get(0).size()).mapToObj(row -> line(row, columns)))
                .map(line -> line + LINE_END)
                .collect(Collectors.joining());
    }

    private static String line(int row, List<List<String>> columns) {
        return (row + 1) + columns.stream().map(column -> "," + column.get(row)).collect(Collectors.joining());
    }

    private static List<String> column(List<List<String>> rows, int place) {
        return rows.stream().limit(REPEATED).map(row -> row.get(place)).toList();
    }

    private static List<String> thousands(List<String> values) {
        return values.stream()
                .map(value -> value.equals("0") ? value : value + "000")
                .toList();
    }

    private static List<String> joined(List<String> first, List<String> others) {
        return Stream.concat(first.stream(), others.stream()).toList();
    }

    private static List<String> shuffled(Map<String, Integer> counts, Random random) {
        List<String> values = new ArrayList<>();
        counts.forEach((value, count) -> values.addAll(Collections.nCopies(count, value)));
        Collections.shuffle(values, random);
        return values;
    }

    private static List<String> shuffled(Bins bins, Random random) {
        List<String> values = new ArrayList<>();
        for (int value : bins.draw(bins.total(), random)) {
            values.add(Integer.toString(value));
        }
        Collections.shuffle(values, random);
        return values;
    }

    private static int[] tens(int edges) {
        return IntStream.range(0, edges).map(edge -> 10 * edge).toArray();
    }
}
