package segmentation.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.customers.CustomerTable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class FieldTest {
    @ParameterizedTest
    @CsvSource({
        "MntMeatProducts, Mnt meat products, mnt meat products",
        "total_spend, Total spend, total spend",
        "total_spend_eur, Total spend (EUR), total spend",
        "entry_cadence, Entry cadence, entry cadence",
        "seniorCitizen, Senior citizen, senior citizen",
        "Total_Trans_Ct, Total trans ct, total trans ct",
        "TOTAL_SPEND, Total spend, total spend",
        "CLV_total, CLV total, CLV total",
        "HTMLPages, HTML pages, HTML pages",
        "AcceptedCmp1, Accepted cmp1, accepted cmp1",
        "BMI, BMI, BMI",
        "Annual Income (k$), Annual Income (k$), annual income",
        "AnnualIncome (k$), Annual income (k$), annual income",
        "income, income, income",
        "Total purchases (purchases), Total purchases, total purchases",
        "_, _, _"
    })
    void writesTheWordsOfACode(String column, String label, String noun) {
        Field field = CustomerTable.of(Table.create("t", DoubleColumn.create(column, 1, 2)))
                .dataset()
                .field(column);

        assertThat(field.label()).isEqualTo(label);
        assertThat(field.noun()).isEqualTo(noun);
        assertThat(field.name()).isEqualTo(column);
    }
}
