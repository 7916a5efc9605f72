package segmentation.data.customers;

/** The customers of {@code customer-personality} that the reference figures rest on, with the columns derived there. */
public final class PersonalityRows {
    private PersonalityRows() {}

    /** Leaves out missing incomes, ages from 100 in 2025, and incomes from 600,000. */
    public static CustomerTable kept(CustomerTable customers) {
        return customers
                .without("income missing", customer -> customer.lacks("Income"))
                .with(PersonalityColumns.age(2025))
                .without("100 years or older", customer -> customer.number("Age") >= 100)
                .without("income of 600,000 or more", customer -> customer.number("Income") >= 600_000)
                .with(PersonalityColumns.totalSpend())
                .with(PersonalityColumns.totalPurchases())
                .with(PersonalityColumns.children())
                .with(PersonalityColumns.averageOrder());
    }
}
