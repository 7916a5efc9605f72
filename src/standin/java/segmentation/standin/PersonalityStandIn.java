package segmentation.standin;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A synthetic file of 2,240 customers of a food shop that tells the same story as the published one and repeats none of
 * it.
 *
 * <p>Modelled on aggregates only: for each of eight groups, which cross two segmentations, the size, how often each education and marital status
 * occurs, how each number is spread over ranges, and how the numbers correlate. The dirt of the published file is then
 * put in, see {@link PersonalityDirt}. Like the published file it has 29 columns, tabs, CRLF line ends, and dates as
 * dd-mm-yyyy.
 */
public final class PersonalityStandIn {
    private static final long SEED = 2;
    private static final List<String> COLUMNS = List.of(
            "ID",
            "Year_Birth",
            "Education",
            "Marital_Status",
            "Income",
            "Kidhome",
            "Teenhome",
            "Dt_Customer",
            "Recency",
            "MntWines",
            "MntFruits",
            "MntMeatProducts",
            "MntFishProducts",
            "MntSweetProducts",
            "MntGoldProds",
            "NumDealsPurchases",
            "NumWebPurchases",
            "NumCatalogPurchases",
            "NumStorePurchases",
            "NumWebVisitsMonth",
            "AcceptedCmp3",
            "AcceptedCmp4",
            "AcceptedCmp5",
            "AcceptedCmp1",
            "AcceptedCmp2",
            "Complain",
            "Z_CostContact",
            "Z_Revenue",
            "Response");
    private static final String DATE = "Dt_Customer";
    private static final LocalDate FIRST_DATE = LocalDate.of(2012, 7, 30);
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);
    private static final int LARGEST_ID = 11_191;
    private static final String LINE_END = "\r\n";

    private PersonalityStandIn() {}

    /** Returns the file as it is bundled, byte for byte if written in UTF-8. */
    public static String csv() {
        return csv(SEED);
    }

    /** Returns a file as one seed draws it; equal seeds draw equal files on every machine. */
    static String csv(long seed) {
        Random random = new Random(seed);
        List<Map<String, String>> customers = new ArrayList<>();
        PersonalityGroup.all().forEach(group -> customers.addAll(customers(group, random)));
        Collections.shuffle(customers, random);
        PersonalityDirt.addTo(customers, random);
        Collections.shuffle(customers, random);
        List<Integer> ids = ids(customers.size(), random);
        Stream<String> rows = IntStream.range(0, customers.size()).mapToObj(i -> line(ids.get(i), customers.get(i)));
        return Stream.concat(Stream.of(String.join("\t", COLUMNS)), rows)
                .map(line -> line + LINE_END)
                .collect(Collectors.joining());
    }

    private static List<Map<String, String>> customers(PersonalityGroup group, Random random) {
        List<String> educations = shuffled(group.education(), group.size(), random);
        List<String> maritals = shuffled(group.marital(), group.size(), random);
        int[][] numbers = group.numbers().draw(group.size(), random);
        List<Map<String, String>> customers = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Map<String, String> customer = new HashMap<>(Map.of("Z_CostContact", "3", "Z_Revenue", "11"));
            customer.put("Education", educations.get(i));
            customer.put("Marital_Status", maritals.get(i));
            for (int j = 0; j < group.names().size(); j++) {
                customer.put(group.names().get(j), Integer.toString(numbers[i][j]));
            }
            customer.compute(DATE, (name, days) -> DAY_FIRST.format(FIRST_DATE.plusDays(Long.parseLong(days))));
            customers.add(customer);
        }
        return customers;
    }

    private static List<String> shuffled(Map<String, Integer> counts, int size, Random random) {
        List<String> kinds = List.copyOf(counts.keySet());
        int[] numbers = kinds.stream().mapToInt(counts::get).toArray();
        List<String> values = new ArrayList<>();
        for (int kind : Bins.fromZero(numbers).draw(size, random)) {
            values.add(kinds.get(kind));
        }
        Collections.shuffle(values, random);
        return values;
    }

    // As in the published file, the numbers have gaps and no order, and 0 is one of them.
    private static List<Integer> ids(int count, Random random) {
        List<Integer> ids =
                IntStream.rangeClosed(1, LARGEST_ID).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(ids, random);
        ids.set(random.nextInt(count), 0);
        return ids.subList(0, count);
    }

    private static String line(int id, Map<String, String> customer) {
        return COLUMNS.stream()
                .map(column -> column.equals("ID") ? Integer.toString(id) : customer.get(column))
                .collect(Collectors.joining("\t"));
    }
}
