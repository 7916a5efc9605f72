package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.data.inspect.CustomerFiles;

/** Columns computed from others. */
class DerivedColumnTest {
    @TempDir
    private Path folder;

    private CustomerTable visits;

    @BeforeEach
    void readsVisits() {
        Path file = CustomerFiles.file(folder, "Town,Visits,Spend\nUlm,4,1.5\nBonn,,2\nKiel,0,9\nUlm,2,\n");
        visits = CustomerCsvReader.read(file, CustomerFiles.visits(), OnBadRow.STOP);
    }

    @Test
    void addsUpColumnsAndIsMissingWhereOneIs() {
        CustomerTable with = visits.with(DerivedColumn.sum("Both", "", "both", List.of("Visits", "Spend")));

        assertThat(with.numbers("Both")).containsExactly(5.5, Double.NaN, 9, Double.NaN);
        assertThat(with.texts("Both")).containsExactly("5.5", "", "9", "");
    }

    @Test
    void aSumColumnByColumnIsTheSumOfEachCustomer() {
        List<String> columns = List.of("Visits", "Spend", "Visits");
        DerivedColumn sum = DerivedColumn.sum("Both", "", "both", columns);

        DerivedColumn each = new DerivedColumn("Each", "", "each", "", sum.value()::applyAsDouble);

        assertThat(visits.with(each).numbers("Each"))
                .isEqualTo(visits.with(sum).numbers("Both"))
                .containsExactly(9.5, Double.NaN, 9, Double.NaN);
    }

    @Test
    void asksForColumnsInAnyOrderByAnyStringAndManyTimes() {
        DerivedColumn column = new DerivedColumn("Sum", "", "sum", "", customer -> {
            double sum = 0;
            for (int i = 0; i < 80; i++) {
                String name = i % 3 == 0 ? "Visits" : i % 3 == 1 ? "Spend" : new String("Visits");
                sum += customer.number(name);
            }
            return sum;
        });

        // 27 and 26 times the visits, 27 times the spend.
        assertThat(visits.with(column).numbers("Sum"))
                .containsExactly(53 * 4 + 27 * 1.5, Double.NaN, 27 * 9, Double.NaN);
    }

    @Test
    void dividesAndIsMissingWhereTheDivisorIsZeroOrMissing() {
        CustomerTable with = visits.with(DerivedColumn.ratio("Order", "€", "order", "Spend", "Visits"));

        assertThat(with.numbers("Order")).containsExactly(0.375, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void countsYears() {
        CustomerTable with = visits.with(DerivedColumn.yearsUntil(2025, "Age", "age", "Visits"));

        assertThat(with.numbers("Age")).containsExactly(2021, Double.NaN, 2025, 2023);
    }

    @Test
    void isDescribedAsAnyOtherColumn() {
        Field field = visits.with(DerivedColumn.ratio("Order", "€", "order value", "Spend", "Visits"))
                .dataset()
                .field("Order");

        assertThat(field.label()).isEqualTo("Order (€)");
        assertThat(field.noun()).isEqualTo("order value");
        assertThat(field.description()).isEqualTo("Spend divided by Visits; missing where that is 0.");
        assertThat(field.type()).isEqualTo(FieldType.NUMBER);
    }

    @Test
    void isWholeWhereAllItsValuesAre() {
        CustomerTable with = visits.with(DerivedColumn.sum("Again", "", "again", List.of("Visits")));

        assertThat(with.dataset().field("Again").type()).isEqualTo(FieldType.INTEGER);
        assertThat(with.summary().toText()).contains("Again          3        1     0");
    }

    @Test
    void keepsEveryBitOfItsValue() {
        double third = 1.0 / 3;
        CustomerTable with = visits.with(new DerivedColumn("Third", "", "third", "One in three.", customer -> third));

        assertThat(with.numbers("Third")).containsOnly(third);
    }

    @Test
    void canBeUsedByTheNextAndByRulesAndLeavesTheRowsOfTheFileAlone() {
        CustomerTable with = visits.with(DerivedColumn.sum("Twice", "", "twice", List.of("Visits", "Visits")))
                .without("missing", customer -> customer.lacks("Twice"))
                .with(DerivedColumn.sum("Thrice", "", "thrice", List.of("Twice", "Visits")));

        assertThat(with.numbers("Thrice")).containsExactly(12, 0, 6);
        assertThat(with.originalHeader()).containsExactly("Town", "Visits", "Spend");
        assertThat(with.originalRows()).hasSize(3).first().isEqualTo(List.of("Ulm", "4", "1.5"));
        assertThat(visits.dataset().fields()).hasSize(3);
    }

    @Test
    void refusesANameThatIsTakenOrBlankAndInfiniteValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.with(DerivedColumn.sum("Spend", "", "spend", List.of("Visits"))))
                .withMessage("visits has a column called Spend already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivedColumn.sum(" ", "", "spend", List.of("Visits")))
                .withMessage("A derived column needs a name and a noun");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DerivedColumn("x", "", " ", "", customer -> 1))
                .withMessage("A derived column needs a name and a noun");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivedColumn.sum("Nothing", "", "nothing", List.of()))
                .withMessage("The sum Nothing needs at least one column");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visits.with(new DerivedColumn("x", "", "x", "", customer -> 1 / 0.0)))
                .withMessage("x is Infinity for a customer; make it NaN, which is a missing value");
    }
}
