package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.data.customers.CustomerTable;
import segmentation.features.Feature;
import segmentation.plot.drawing.PlotTheme;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SharesPlotTest {
    private static final CustomerTable CUSTOMERS = CustomerTable.of(Table.create(
            "customers",
            StringColumn.create("School", "PhD", "PhD", "Master", "Master", "Master", ""),
            IntColumn.create("Children", 0, 1, 2, 2, 0, 0),
            DoubleColumn.create("Wine", 10, 30, 0, 0, 0, 0),
            DoubleColumn.create("Fish", 30, 10, 0, 0, 10, 10),
            IntColumn.create("Answer", 1, 1, 0, 1, 0, 0)));
    private static final int[] LABELS = {1, 1, 2, 2, 3, 3};

    @Test
    void sharesTheValuesOfAColumnTheMostFrequentFirst() {
        Picture picture = SharesPlot.ofValues(CUSTOMERS, "School", LABELS, List.of());

        assertThatPicture(picture).isFinished().shows(PlotTheme.partColor(0, 3));
        assertThat(picture.name()).isEqualTo("values-school");
        assertThat(picture.altText())
                .isEqualTo("Stacked bars, share of the customers of each segment. School by segment."
                        + " 1 Master 0.0 %, PhD 100.0 %, not given 0.0 %; 2 Master 100.0 %, PhD 0.0 %, not given 0.0 %;"
                        + " 3 Master 50.0 %, PhD 0.0 %, not given 50.0 %;"
                        + " all customers Master 50.0 %, PhD 33.3 %, not given 16.7 %.");
    }

    @Test
    void ordersNumbersByTheirSize() {
        assertThat(SharesPlot.ofValues(CUSTOMERS, "Children", LABELS, List.of("A", "B", "C"))
                        .altText())
                .contains("1 A 0 50.0 %, 1 50.0 %, 2 0.0 %");
    }

    @Test
    void foldsRareValuesIntoOnePart() {
        StringColumn towns = StringColumn.create("Town", "A", "A", "B", "B", "C", "D", "E", "F", "G", "H");
        CustomerTable customers = CustomerTable.of(Table.create("customers", towns));

        assertThat(SharesPlot.ofValues(customers, "Town", new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, List.of())
                        .altText())
                .contains("E 10.0 %, F and 2 more 30.0 %;");
    }

    @Test
    void sharesASumAmongItsParts() {
        Picture picture = SharesPlot.ofSums("spend", CUSTOMERS, List.of("Wine", "Fish"), LABELS, List.of());

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText())
                .contains("1 Wine 50.0 %, Fish 50.0 %")
                .contains("2 Wine 0.0 %, Fish 0.0 %")
                .contains("all customers Wine 40.0 %, Fish 60.0 %");
    }

    @Test
    void rejectsANegativePartOfASum() {
        CustomerTable debts = CustomerTable.of(Table.create("d", DoubleColumn.create("Wine", 1, -2)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharesPlot.ofSums("spend", debts, List.of("Wine"), new int[] {1, 1}, List.of()))
                .withMessage("Parts of a sum cannot be negative, but 'Wine' has -2");
    }

    @Test
    void drawsTheShareOfYesInEachSegment() {
        Picture picture = RatesPlot.ofYes("answers", CUSTOMERS, List.of("Answer"), LABELS, List.of());

        assertThatPicture(picture).isFinished().shows(PlotTheme.segmentColor(1));
        assertThat(picture.altText())
                .isEqualTo(
                        "Grouped bars. Answers by segment. Answer: 1 100.0 %, 2 50.0 %, 3 0.0 %; all customers 50.0 %.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatesPlot.ofYes("answers", CUSTOMERS, List.of("Children"), LABELS, List.of()))
                .withMessage("A share of yes needs zeros and ones, but 'Children' has 2");
    }

    @Test
    void setsSharesOfCustomersBesideSharesOfMoney() {
        Feature spend = new Feature("Total spend", "€", "spend");

        Picture picture = RatesPlot.ofMoney(spend, new double[] {10, 20, 70}, new int[] {1, 1, 2}, List.of());

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText())
                .contains("Segment 2: 33.3 % of the customers, 70.0 % of the spend.")
                .contains("Median of a customer: Total spend (€): 1 15.0, 2 70.0; all customers 20.0.");
        assertThatPicture(RatesPlot.ofMoney(spend, new double[] {0, 0}, new int[] {1, 2}, List.of()))
                .isFinished();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatesPlot.ofMoney(spend, new double[] {1, Double.NaN}, new int[] {1, 2}, List.of()));
    }

    @Test
    void takesThePlaceOfBoxesForSmallCounts() {
        double[] children = IntStream.range(0, 40).mapToDouble(i -> i % 3).toArray();
        int[] labels = IntStream.range(0, 40).map(i -> i < 20 ? 1 : 2).toArray();

        Picture picture = BoxPlot.of(new Feature("Children", "", "children"), children, labels, List.of());

        assertThat(picture.name()).isEqualTo("values-children");
        assertThat(picture.altText()).contains("1 0 35.0 %, 1 35.0 %, 2 30.0 %;");
        assertThat(SharesPlot.suits(new double[] {1, 2, 1})).as("few customers").isFalse();
        assertThat(SharesPlot.suits(new double[40])).as("one value").isFalse();
    }
}
