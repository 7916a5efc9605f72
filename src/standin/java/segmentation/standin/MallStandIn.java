package segmentation.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A synthetic file of 200 mall customers that tells the same story as the published one and repeats none of it.
 *
 * <p>Modelled on aggregates only: for each of the five segments its size, its number of women, and mean, standard
 * deviation and ends of age, income and score. Within a segment the four are drawn independently. Like the published
 * file it has five columns, whole numbers, no missing values, rows sorted by income, ids from 1 to 200 and CRLF line
 * ends.
 */
public final class MallStandIn {
    private static final long SEED = 17;
    private static final String HEADER = "CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)";
    private static final String LINE_END = "\r\n";

    private static final List<MallSegment> SEGMENTS = List.of(
            new MallSegment(
                    22,
                    13,
                    new Spread(18, 35, 25.3, 5.3),
                    new Spread(15, 39, 25.7, 7.6),
                    new Spread(61, 99, 79.4, 10.5)),
            new MallSegment(
                    23,
                    14,
                    new Spread(19, 67, 45.2, 13.2),
                    new Spread(15, 39, 26.3, 7.9),
                    new Spread(3, 40, 20.9, 13.0)),
            new MallSegment(
                    81,
                    48,
                    new Spread(18, 70, 42.7, 16.4),
                    new Spread(39, 76, 55.3, 9.0),
                    new Spread(34, 61, 49.5, 6.5)),
            new MallSegment(
                    39,
                    21,
                    new Spread(27, 40, 32.7, 3.7),
                    new Spread(69, 137, 86.5, 16.3),
                    new Spread(63, 97, 82.1, 9.4)),
            new MallSegment(
                    35,
                    16,
                    new Spread(19, 59, 41.1, 11.3),
                    new Spread(70, 137, 88.2, 16.4),
                    new Spread(1, 39, 17.1, 10.0)));

    private record Customer(String gender, int age, int income, int score) {
        String line(int id) {
            return Stream.of(id, gender, age, income, score)
                    .map(String::valueOf)
                    .collect(Collectors.joining(","));
        }
    }

    private MallStandIn() {}

    /** Returns the file as it is bundled, byte for byte if written in UTF-8. */
    public static String csv() {
        return csv(SEED);
    }

    /** Returns a file as one seed draws it; equal seeds draw equal files on every machine. */
    static String csv(long seed) {
        Random random = new Random(seed);
        List<Customer> customers = new ArrayList<>();
        SEGMENTS.forEach(segment -> customers.addAll(customers(segment, random)));
        Collections.shuffle(customers, random);
        customers.sort(Comparator.comparingInt(Customer::income));
        StringBuilder csv = new StringBuilder(HEADER).append(LINE_END);
        for (int i = 0; i < customers.size(); i++) {
            csv.append(customers.get(i).line(i + 1)).append(LINE_END);
        }
        return csv.toString();
    }

    private static List<Customer> customers(MallSegment segment, Random random) {
        List<Integer> ages = shuffled(segment.age(), segment.size(), random);
        List<Integer> incomes = shuffled(segment.income(), segment.size(), random);
        List<Integer> scores = shuffled(segment.score(), segment.size(), random);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < segment.size(); i++) {
            String gender = i < segment.women() ? "Female" : "Male";
            customers.add(new Customer(gender, ages.get(i), incomes.get(i), scores.get(i)));
        }
        return customers;
    }

    private static List<Integer> shuffled(Spread spread, int size, Random random) {
        List<Integer> values = new ArrayList<>();
        for (int value : spread.draw(size, random)) {
            values.add(value);
        }
        Collections.shuffle(values, random);
        return values;
    }
}
