package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.data.inspect.CustomerFiles;

/** Worked by hand; the columns stand in another order than in the published file. */
class PersonalityColumnsTest {
    private static final String HEADER = "ID,Year_Birth,Education,Marital_Status,Income,Kidhome,Teenhome,Recency,"
            + "MntWines,MntFruits,MntMeatProducts,MntFishProducts,MntSweetProducts,MntGoldProds,NumDealsPurchases,"
            + "NumWebPurchases,NumCatalogPurchases,NumStorePurchases,NumWebVisitsMonth,AcceptedCmp1,AcceptedCmp2,"
            + "AcceptedCmp3,AcceptedCmp4,AcceptedCmp5,Complain,Response,Z_CostContact,Z_Revenue,Dt_Customer\n";

    @TempDir
    private Path folder;

    private CustomerTable customers;

    @BeforeEach
    void readsTwoCustomers() {
        Path file = CustomerFiles.file(
                folder,
                HEADER
                        + "7,1970,PhD,Married,50000,1,2,9,1,2,3,4,5,6,1,2,3,4,5,0,0,0,0,0,0,0,3,11,12/31/2012\n"
                        + "8,,2n;Cycle,YOLO,,0,0,9,1,1,1,1,1,1,0,0,0,0,5,0,0,0,0,0,0,0,3,11,1/2/2013\n");
        customers = DatasetStore.ofProject().load("customer-personality", file);
    }

    @Test
    void giveAgeInTheYearAskedFor() {
        assertThat(customers.with(PersonalityColumns.age(2025)).numbers("Age")).containsExactly(55, Double.NaN);
    }

    @Test
    void giveTotals() {
        CustomerTable with = customers
                .with(PersonalityColumns.totalSpend())
                .with(PersonalityColumns.totalPurchases())
                .with(PersonalityColumns.children());

        assertThat(with.numbers("Total spend")).containsExactly(21, 6);
        assertThat(with.numbers("Total purchases")).containsExactly(10, 0);
        assertThat(with.numbers("Children")).containsExactly(3, 0);
        assertThat(with.dataset().field("Total spend").label()).isEqualTo("Total spend (MU)");
    }

    @Test
    void giveNoAverageOrderWithoutPurchases() {
        CustomerTable with = customers
                .with(PersonalityColumns.totalSpend())
                .with(PersonalityColumns.totalPurchases())
                .with(PersonalityColumns.averageOrder());

        assertThat(with.numbers("Average order")).containsExactly(2.1, Double.NaN);
    }

    @Test
    void nameWhatTheyAddUp() {
        assertThat(PersonalityColumns.amounts()).hasSize(6).allMatch(name -> name.startsWith("Mnt"));
        assertThat(PersonalityColumns.purchases()).hasSize(4).allMatch(name -> name.endsWith("Purchases"));
    }
}
