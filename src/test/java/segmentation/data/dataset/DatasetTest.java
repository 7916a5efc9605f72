package segmentation.data.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.dataset.Field.Constraints;
import segmentation.data.inspect.CustomerFiles;
import segmentation.io.DataException;

class DatasetTest {
    private static final Path VISITS = Path.of("src/test/resources/datasets/visits/datapackage.json");

    @TempDir
    private Path folder;

    @Test
    void readsTheDescriptorOfTheMallCustomers() {
        Dataset mall = CustomerFiles.mall();

        assertThat(mall.name()).isEqualTo("mall-customers");
        assertThat(mall.title()).isEqualTo("Mall customers");
        assertThat(mall.id()).contains("CustomerID");
        assertThat(mall.fields())
                .extracting(Field::name)
                .containsExactly("CustomerID", "Gender", "Age", "Annual Income (k$)", "Spending Score (1-100)");
        assertThat(mall.published().rows()).isEqualTo(200);
        assertThat(mall.published().columns()).isEqualTo(5);
    }

    /** A segment of 39 cannot be parted for a comparison; whether one can is told by its size, not by the catalogue. */
    @ParameterizedTest
    @ValueSource(strings = {"mall-customers", "customer-personality", "shop-customers"})
    void leavesTheComparisonOfAMeasureToThoseWhoKnowTheSize(String name) {
        List<AdviceRule> advice =
                Descriptor.dataset(Path.of("data", name, "datapackage.json")).advice();

        assertThat(advice).isNotEmpty();
        for (AdviceRule rule : advice) {
            assertThat(rule.measure()
                            + rule.wrongIf()
                            + rule.action()
                            + rule.plan().timing())
                    .doesNotContainPattern("control group|left out|by lot|other half\\.|half of them|halves");
        }
    }

    @Test
    void describesAColumn() {
        Field income = CustomerFiles.mall().field("Annual Income (k$)");

        assertThat(income.title()).isEqualTo("Annual income");
        assertThat(income.unit()).isEqualTo("k$");
        assertThat(income.label()).isEqualTo("Annual income (k$)");
        assertThat(income.type()).isEqualTo(FieldType.INTEGER);
        assertThat(income.constraints()).isEqualTo(new Constraints(true, false, 0, 1000, List.of()));
    }

    @Test
    void describesAColumnWithoutUnitOrConstraints() {
        Field town = Descriptor.dataset(VISITS).field("Town");

        assertThat(town.label()).isEqualTo("Town");
        assertThat(town.isNumeric()).isFalse();
        assertThat(town.constraints())
                .isEqualTo(
                        new Constraints(false, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of()));
    }

    @Test
    void needsNoId() {
        Dataset visits = Descriptor.dataset(VISITS);

        assertThat(visits.id()).isEqualTo(Optional.empty());
        assertThat(visits.fields()).noneMatch(visits::isId);
    }

    @Test
    void refusesAColumnThatItDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptor.dataset(VISITS).field("town"))
                .withMessage("visits has no column called town, only Town, Visits, Spend");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "\"name\": \"visits\", !! no property name, expected one that is a JSON STRING",
                "\"rows\": 3 ! \"rows\": \"3\" ! no property rows, expected one that is a JSON NUMBER",
                "\"fields\" ! \"columns\" ! no property fields, expected one that is a JSON ARRAY",
                "\"resources\" ! \"sources\" ! no property resources/0, expected one that is a JSON OBJECT",
                "\"number\" ! \"time\" ! the type \"time\", expected string, integer, number or date",
                "\"minimum\": 0 ! \"minimum\": 3e9 ! a minimum above the maximum, expected a range",
            })
    void refusesADescriptorThatLacksSomething(String text, String instead, String fault) throws IOException {
        Path file = folder.resolve("datapackage.json");
        Files.writeString(file, Files.readString(VISITS).replace(text, instead == null ? "" : instead));

        assertThatThrownBy(() -> Descriptor.dataset(file))
                .isInstanceOf(DataException.class)
                .hasMessage("%s: found %s; correct the descriptor.", file, fault);
    }

    @Test
    void refusesBrokenJsonNamingTheLine() throws IOException {
        Path file = Files.writeString(folder.resolve("datapackage.json"), "{\n\"name\": \n}");

        assertThatThrownBy(() -> Descriptor.dataset(file))
                .hasMessage(
                        file + ", line 3: found broken JSON, expected a Frictionless data package; correct the file.");
    }

    @Test
    void refusesJsonThatIsNoPackage() throws IOException {
        Path file = Files.writeString(folder.resolve("datapackage.json"), "");

        assertThatThrownBy(() -> Descriptor.dataset(file))
                .hasMessage(file + ": found no property resources/0, expected one that is a JSON OBJECT; "
                        + "correct the descriptor.");
    }

    @Test
    void refusesADescriptorThatIsNoUtf8() throws IOException {
        Path file = Files.write(folder.resolve("datapackage.json"), new byte[] {'{', '\n', (byte) 0xE9, '}'});

        assertThatThrownBy(() -> Descriptor.dataset(file))
                .hasMessage(file + ", line 2: found byte 0xE9 (é in Windows-1252), expected UTF-8 text; "
                        + "save the file as UTF-8.");
    }

    @Test
    void refusesConstraintsThatNothingCanMeet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Constraints(false, false, 2, 1, List.of()))
                .withMessage("The minimum must not exceed the maximum, were 2.0 and 1.0");
    }
}
