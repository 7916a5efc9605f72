package segmentation.standin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The faults of the published file, of the same kinds and as many: missing incomes, births before 1901, an income of
 * 666,666, seven incomes above 150,000 beside next to no purchases or meat only, four customers without any purchase,
 * marital statuses that are none, rows that are there twice.
 */
final class PersonalityDirt {
    private static final int MISSING_INCOMES = 24;
    private static final int DUPLICATES = 182;
    private static final List<String> EARLY_BIRTHS = List.of("1893", "1899", "1900");
    private static final List<String> NO_STATUSES =
            List.of("YOLO", "YOLO", "Absurd", "Absurd", "Alone", "Alone", "Alone");
    private static final List<String> AMOUNTS =
            List.of("MntWines", "MntFruits", "MntMeatProducts", "MntFishProducts", "MntSweetProducts", "MntGoldProds");
    private static final List<String> PURCHASES =
            List.of("NumDealsPurchases", "NumWebPurchases", "NumCatalogPurchases", "NumStorePurchases");

    private final List<Map<String, String>> customers;
    private final Random random;
    private int next;

    private PersonalityDirt(List<Map<String, String>> customers, Random random) {
        this.customers = customers;
        this.random = random;
    }

    /** Changes customers at the head of a shuffled list, and puts copies of others in place of its tail. */
    static void addTo(List<Map<String, String>> customers, Random random) {
        PersonalityDirt dirt = new PersonalityDirt(customers, random);
        for (int i = 0; i < MISSING_INCOMES; i++) {
            dirt.another().put("Income", "");
        }
        EARLY_BIRTHS.forEach(year -> dirt.another().put("Year_Birth", year));
        NO_STATUSES.forEach(status -> dirt.another().put("Marital_Status", status));
        dirt.another().put("Income", "666666");
        dirt.addHighIncomes();
        dirt.addLowIncomesWithoutPurchases();
        dirt.repeatRows();
    }

    private Map<String, String> another() {
        return customers.get(next++);
    }

    private void addHighIncomes() {
        for (int i = 0; i < 7; i++) {
            Map<String, String> customer = another();
            customer.put("Income", between(153_000, 163_000));
            buysNothing(customer, i < 2 ? 0 : 1);
            customer.put("NumWebVisitsMonth", between(0, 2));
            if (i >= 4) {
                customer.put("MntMeatProducts", between(1_550, 1_750));
                customer.put("NumCatalogPurchases", between(22, 29));
            }
        }
    }

    private void addLowIncomesWithoutPurchases() {
        for (int i = 0; i < 2; i++) {
            Map<String, String> customer = another();
            customer.put("Income", between(3_400, 4_900));
            buysNothing(customer, 0);
            customer.put("NumWebVisitsMonth", "14");
        }
    }

    private void buysNothing(Map<String, String> customer, int storePurchases) {
        AMOUNTS.forEach(amount -> customer.put(amount, between(1, 3)));
        PURCHASES.forEach(purchase -> customer.put(purchase, "0"));
        customer.put("NumStorePurchases", Integer.toString(storePurchases));
    }

    private void repeatRows() {
        int distinct = customers.size() - DUPLICATES;
        for (int row = distinct; row < customers.size(); row++) {
            customers.set(row, new HashMap<>(customers.get(next + random.nextInt(distinct - next))));
        }
    }

    /** Draws a whole number from the first up to, not including, the second. */
    private String between(int least, int limit) {
        return Integer.toString(least + random.nextInt(limit - least));
    }
}
