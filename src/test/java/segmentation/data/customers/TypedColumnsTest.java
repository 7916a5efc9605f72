package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.CustomerFiles;
import segmentation.io.Checksum;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TypedColumnsTest {
    @TempDir
    private Path folder;

    @Test
    void keepsEveryDigitOfANumberThatADoubleRounds() {
        CustomerTable table = numbers("9007199254740993", "0.12345678901234567890", "1e21", "-0.0", "0.1", "00012.50");

        assertThat(table.texts("x"))
                .containsExactly(
                        "9007199254740993", "0.1234567890123456789", "1000000000000000000000", "0", "0.1", "12.5");
        assertThat(table.numbers("x")).containsExactly(0x1p53, 0.12345678901234568, 1e21, 0.0, 0.1, 12.5);
    }

    @Test
    void tellsNumbersApartThatAreTheSameDouble() {
        CustomerTable table = numbers("9007199254740992", "9007199254740993", "9007199254740993", "1", "1.0");

        assertThat(table.duplicates("x")).isEqualTo(2);
    }

    @Test
    void keepsItsDigitsWhenOthersAreLeftOut() {
        CustomerTable table = numbers("1", "9007199254740993", "2").without("one", row -> row.number("x") == 1);

        assertThat(table.texts("x")).containsExactly("9007199254740993", "2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void hashesTheTextsThatWereWritten(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            written.add(random.nextInt(10) == 0 ? "" : plain(random));
        }

        CustomerTable table = numbers(written.toArray(String[]::new));

        Checksum hash = Checksum.start();
        add(hash, "x");
        add(hash, "y");
        for (String text : table.texts("x")) {
            add(hash, text);
            add(hash, "1");
        }
        assertThat(table.contentHash()).isEqualTo(hash.ended());
        List<String> filled = written.stream().filter(text -> !text.isEmpty()).toList();
        assertThat(table.texts("x")).isEqualTo(filled);
    }

    private static void add(Checksum hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.add(ByteBuffer.allocate(4).putInt(bytes.length).array(), 0, 4);
        hash.add(bytes, 0, bytes.length);
    }

    /** A number of up to 30 digits as it is written the one way. */
    private static String plain(SplittableRandom random) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        for (int i = random.nextInt(30); i > 0; i--) {
            digits.append(random.nextInt(10));
        }
        int point = 1 + random.nextInt(digits.length());
        if (point < digits.length()) {
            digits.insert(point, '.').append(1 + random.nextInt(9));
        }
        return random.nextBoolean() ? "-" + digits : digits.toString();
    }

    private CustomerTable numbers(String... values) {
        String text = "x,y\n" + String.join(",1\n", values) + ",1\n";
        return CustomerFile.read(CustomerFiles.file(folder, text), ReadingOptions.guessed())
                .customers(List.of("x"), Optional.empty());
    }

    private static Table shop() {
        IntColumn visits = IntColumn.create("Visits", 4, 0);
        visits.appendMissing();
        return Table.create("Shop")
                .addColumns(
                        StringColumn.create("Town", "Ulm", "", "Bonn"),
                        visits,
                        DoubleColumn.create("Spend (€)", 1.5, Double.NaN, -0.0),
                        DateColumn.create("Since", LocalDate.of(2012, 9, 4), null, LocalDate.of(1969, 12, 31)),
                        BooleanColumn.create("Member", true, false, true),
                        LongColumn.create("Number", 1L, 2L, 9_000_000_000L));
    }

    @Test
    void takesATablesawTableAsItsColumnsDescribeIt() {
        CustomerTable customers = CustomerTable.of(shop());

        assertThat(customers.dataset().fields())
                .extracting(Field::type)
                .containsExactly(
                        FieldType.TEXT,
                        FieldType.INTEGER,
                        FieldType.NUMBER,
                        FieldType.DATE,
                        FieldType.TEXT,
                        FieldType.NUMBER);
        assertThat(customers.dataset().field("Spend (€)").label()).isEqualTo("Spend (€)");
        assertThat(customers.texts("Town")).containsExactly("Ulm", "", "Bonn");
        assertThat(customers.numbers("Visits")).containsExactly(4, 0, Double.NaN);
        assertThat(IntStream.range(0, 3).mapToDouble(customers.numberByRow("Visits")))
                .as("without a copy")
                .containsExactly(4.0, 0.0, Double.NaN);
        assertThatIllegalArgumentException().isThrownBy(() -> customers.numberByRow("Town"));
        assertThat(customers.texts("Spend (€)")).containsExactly("1.5", "", "0");
        assertThat(customers.texts("Since")).containsExactly("2012-09-04", "", "1969-12-31");
        assertThat(customers.texts("Member")).containsExactly("true", "false", "true");
    }

    @Test
    void knowsThatATablesawTableIsNoFile() {
        CustomerTable customers = CustomerTable.of(shop());

        assertThat(customers.source().origin()).isEqualTo(DataSource.Origin.TABLE);
        assertThat(customers.source().sentence()).isEqualTo("Data: 3 customers from a table in memory.");
        assertThat(customers.originalHeader()).isEqualTo(shop().columnNames());
        assertThat(customers.originalRows().get(1)).containsExactly("", "0", "", "", "false", "2");
        assertThat(customers.lines()).containsExactly(1, 2, 3);
        assertThat(customers.quality().toTable().rows().get(0))
                .containsExactly("File", "a table in memory", "read as such");
    }

    @Test
    void givesATablesawTableBackAsItWas() {
        Table table = Table.create("Shop")
                .addColumns(
                        StringColumn.create("Town", "Ulm", "", "Bonn"),
                        IntColumn.create("Visits", 4, 0, 7),
                        DoubleColumn.create("Spend", 1.5, Double.NaN, 3),
                        DateColumn.create("Since", LocalDate.of(2012, 9, 4), null, LocalDate.of(1969, 12, 31)));

        Table back = CustomerTable.of(table, "Town").table();

        assertThat(back.name()).isEqualTo("Shop");
        assertThat(back.print()).isEqualTo(table.print());
        assertThat(back.types()).isEqualTo(table.types());
    }

    @Test
    void refusesATableWithoutRowsAndInfiniteNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerTable.of(Table.create("Shop", DoubleColumn.create("x"))))
                .withMessage("A table of customers needs at least one row, Shop has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerTable.of(Table.create("Shop", DoubleColumn.create("x", 1 / 0.0))))
                .withMessage("x must be finite, was Infinity");
    }

    @Test
    void givesWholeNumbersBeyondTheRangeOfAnIntAsDoubles() {
        CustomerTable table = numbers("1", "2")
                .with(new DerivedColumn("Large", "", "large", "Large.", row -> row.number("x") * 1e12));

        assertThat(table.dataset().field("Large").type()).isEqualTo(FieldType.INTEGER);
        assertThat(table.table().column("Large").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.table().doubleColumn("Large").get(1)).isEqualTo(2e12);
    }

    @Test
    void collectsRowsAndDropsFaultyOnes() {
        CustomerTableBuilder builder = CustomerTableBuilder.of(CustomerFiles.visits());
        builder.addText("Ulm");
        builder.addNumber(4);
        builder.addNumber(1.5);
        builder.endRow();
        builder.addText("Bonn");
        builder.addNumber(0.1, "0.1000000000000000055");
        builder.dropRow();
        builder.addMissing();
        builder.addNumber(1);
        builder.addMissing();
        builder.endRow();

        Columns columns = builder.build();

        assertThat(columns.rows()).isEqualTo(2);
        assertThat(columns.row(0)).containsExactly("Ulm", "4", "1.5");
        assertThat(columns.row(1)).containsExactly("", "1", "");
    }

    @Test
    void refusesValuesThatTheirColumnCannotHave() {
        CustomerTableBuilder builder = CustomerTableBuilder.of(CustomerFiles.visits());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addNumber(1))
                .withMessage("A column of other values takes no number, was 1.0");
        builder.dropRow();
        builder.addText("Ulm");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::endRow)
                .withMessage("A row has 1 values, the dataset has 3 fields");
    }
}
