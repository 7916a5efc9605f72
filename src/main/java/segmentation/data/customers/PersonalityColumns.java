package segmentation.data.customers;

import java.util.List;

/** The columns that analysts derive from the dataset {@code customer-personality}. */
public final class PersonalityColumns {
    private static final List<String> AMOUNTS =
            List.of("MntWines", "MntFruits", "MntMeatProducts", "MntFishProducts", "MntSweetProducts", "MntGoldProds");
    private static final List<String> PURCHASES =
            List.of("NumDealsPurchases", "NumWebPurchases", "NumCatalogPurchases", "NumStorePurchases");
    private static final String MONEY = "MU";

    private PersonalityColumns() {}

    /** Returns the names of the amounts spent on the six kinds of products. */
    public static List<String> amounts() {
        return AMOUNTS;
    }

    /** Returns the names of the four counts of purchases: with a deal, and by web, catalogue and store. */
    public static List<String> purchases() {
        return PURCHASES;
    }

    /** Returns {@code Age}: the age that the customer reaches in a year, in years. */
    public static DerivedColumn age(int year) {
        return DerivedColumn.yearsUntil(year, "Age", "age", "Year_Birth");
    }

    /** Returns {@code Total spend}: the sum of the six amounts. */
    public static DerivedColumn totalSpend() {
        return DerivedColumn.sum("Total spend", MONEY, "spending", AMOUNTS);
    }

    /** Returns {@code Total purchases}: the sum of the four counts. */
    public static DerivedColumn totalPurchases() {
        return DerivedColumn.sum("Total purchases", "purchases", "purchases", PURCHASES);
    }

    /** Returns {@code Children}: small children and teenagers in the household. */
    public static DerivedColumn children() {
        return DerivedColumn.sum("Children", "children", "children", List.of("Kidhome", "Teenhome"));
    }

    /**
     * Returns {@code Average order}: the spend by purchase, missing for a customer without purchases; to be added after
     * {@link #totalSpend} and {@link #totalPurchases}.
     */
    public static DerivedColumn averageOrder() {
        return DerivedColumn.ratio("Average order", MONEY, "order value", "Total spend", "Total purchases");
    }
}
