package segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.OnBadRow;
import segmentation.data.customers.RowIssue;
import segmentation.io.DataException;
import segmentation.text.ResultTable;

/** What becomes of the lines of a file of transactions. */
class RfmTableTest {
    private static final String HEADER = "InvoiceNo,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n";
    private static final TransactionColumns RETAIL = new TransactionColumns(
            "CustomerID", "InvoiceDate", "UnitPrice", Optional.of("Quantity"), Optional.of("InvoiceNo"));
    private static final TransactionColumns TILL =
            new TransactionColumns("card", "when", "paid", Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void addsUpAHandWorkedFile() {
        RfmTable table = retail(
                "1001,Mug,2,12/1/2010 8:26,2.55,17850",
                "1001,\"Box, red\",1,12/1/2010 8:26,0.30,17850",
                "1002,Mug,1,12/14/2010 9:00,2.55,17850",
                "C1003,Mug,-1,12/15/2010 9:00,2.55,17850",
                "1004,Mug,3,12/9/2010 23:59,0.10,13047");

        // 5.10 + 0.30 + 2.55 - 2.55; last bought on the 14th, the file ends on the 15th.
        assertThat(table.rows())
                .containsExactly(
                        new Rfm("13047", 7, 1, new BigDecimal("0.3")), new Rfm("17850", 2, 2, new BigDecimal("5.4")));
        assertThat(table.asOf()).isEqualTo("2010-12-16");
        assertThat(table.counts()).isEqualTo(new RfmCounts(4, 1, 0, 0, 0, 0, 0, 2, 0, 0));
        assertThat(table.customerColumn()).isEqualTo("CustomerID");
    }

    @Test
    void takesTheAmountForTheWholeLineAndEachMomentForAVisitWithoutQuantityAndOrder() {
        RfmTable table = till(
                "A,2026-01-05T10:00:00,5",
                "A,2026-01-05T10:00:00,6",
                "A,2026-01-05T18:30:00,7",
                "A,2026-01-06,1",
                "A,2026-01-06,2");

        assertThat(table.rows()).containsExactly(new Rfm("A", 1, 3, new BigDecimal("21")));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 4, 1002",
        "1, -4, 1002",
        "-1, -4, 1002",
        "1, 4, C1002",
        "-1, 4, C1002",
        "-1, -4, c1002",
        "1, 4, C-1002"
    })
    void subtractsWhatIsReturnedWhateverMarksIt(String quantity, String price, String order) {
        RfmTable table =
                retail("1001,Mug,1,1/13/2011,10,7", "%s,Mug,%s,1/14/2011,%s,7".formatted(order, quantity, price));

        assertThat(table.rows()).containsExactly(new Rfm("7", 2, 1, new BigDecimal("6")));
        assertThat(table.counts().returns()).isOne();
        assertThat(table.counts().cancelledByOrder())
                .isEqualTo(quantity.startsWith("-") || price.startsWith("-") ? 0 : 1);
    }

    @Test
    void takesAnOrderThatOnlyBeginsWithCForAnOrder() {
        RfmTable table = retail("CAFE1,Mug,1,1/13/2011,10,7", "C3F09,Mug,1,1/13/2011,4,7");

        assertThat(table.rows()).containsExactly(new Rfm("7", 1, 2, new BigDecimal("14")));
    }

    @Test
    void letsALineOfValueZeroChangeNothing() {
        RfmTable table = retail(
                "1001,Mug,1,1/13/2011,10,7",
                "1002,Gift,1,1/20/2011,0,7",
                "1003,Gift,0,1/21/2011,5,7",
                "1,Gift,1,1/21/2011,0,8");

        assertThat(table.rows()).containsExactly(new Rfm("7", 9, 1, new BigDecimal("10")));
        assertThat(table.counts().worthless()).isEqualTo(3);
        assertThat(table.counts().neverBought()).isOne();
    }

    @Test
    void leavesOutWhoNeverBoughtAndWhoseNetIsZeroOrLess() {
        RfmTable table = retail(
                "1,Mug,1,1/13/2011,10,7",
                "C2,Mug,-1,1/13/2011,10,8",
                "3,Mug,1,1/13/2011,10,9",
                "C4,Mug,-1,1/13/2011,10,9",
                "5,Mug,1,1/13/2011,10,10",
                "C6,Mug,-1,1/13/2011,10.01,10");

        assertThat(table.rows()).extracting(Rfm::customer).containsExactly("7");
        assertThat(table.counts().neverBought()).isOne();
        assertThat(table.counts().nothingLeft()).isEqualTo(2);
    }

    @Test
    void leavesOutLinesWithoutACustomerButLetsTheirDatesCountForTheLastDay() {
        RfmTable table = retail(
                "1,Mug,1,1/13/2011,10,7",
                "2,Mug,1,1/20/2011,10,",
                "3,Mug,lots,sometime,10, ",
                "4,Mug,1,1/15/2011,10,NaN");

        assertThat(table.rows()).containsExactly(new Rfm("7", 8, 1, new BigDecimal("10")));
        assertThat(table.counts().withoutCustomer()).isEqualTo(3);
    }

    @Test
    void countsRecencyFromTheDayAskedForAndLeavesLaterLinesOut() {
        Path file =
                file(HEADER, "1,Mug,1,1/13/2011 23:59,10,7", "2,Mug,1,1/14/2011 23:59,5,7", "3,Mug,1,1/15/2011,1,7");

        RfmTable table = RfmTable.read(
                file, RETAIL, RfmOptions.usual().withAsOf(LocalDate.of(2011, 1, 14)), (read, total) -> {});

        assertThat(table.rows()).containsExactly(new Rfm("7", 0, 2, new BigDecimal("15")));
        assertThat(table.counts().late()).isOne();
    }

    @Test
    void sortsNumbersByValueThenText() {
        RfmTable table = till(
                "b,2026-01-05,1",
                "10,2026-01-05,1",
                "9,2026-01-05,1",
                "a,2026-01-05,1",
                "015,2026-01-05,1",
                "15,2026-01-05,1");

        assertThat(table.rows()).extracting(Rfm::customer).containsExactly("9", "10", "015", "15", "a", "b");
        assertThat(table.notes())
                .contains(
                        "Of the customers, 1 differ from another only in the way a number is written; they stay apart.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void givesTheSameWhateverTheOrderOfLines(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = IntStream.range(0, 500)
                .mapToObj(i -> "%d,Mug,%d,1/%d/2011,%d.%d,%d"
                        .formatted(
                                random.nextInt(60),
                                random.nextInt(-2, 9),
                                random.nextInt(1, 29),
                                random.nextInt(9),
                                random.nextInt(100),
                                random.nextInt(20)))
                .collect(Collectors.toCollection(ArrayList::new));

        List<Rfm> rows = retail(lines.toArray(String[]::new)).rows();
        Collections.shuffle(lines, new Random(seed));

        assertThat(retail(lines.toArray(String[]::new)).rows()).isEqualTo(rows);
        assertThat(rows).allMatch(row -> row.monetary().signum() > 0 && row.frequency() > 0 && row.recencyDays() > 0);
    }

    @Test
    void sumsExactlyWhereDoublesDoNot() {
        String[] lines =
                IntStream.range(0, 1000).mapToObj(i -> "A,2026-01-05,0.1").toArray(String[]::new);

        assertThat(till(lines).rows().get(0).monetary()).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({"'12,5', 12.5", "'1.234,5', bad", "1234.5, 1234.5", "'1.234', two ways"})
    void findsTheDecimalSign(String paid, String value) {
        Path file = file("card;when;paid\n", "A;2026-01-05;" + paid);

        if (value.equals("bad")) {
            assertThatThrownBy(() -> read(file, TILL))
                    .hasMessageContaining("a number with a decimal comma below 10^15");
        } else if (value.equals("two ways")) {
            assertThatThrownBy(() -> read(file, TILL)).hasMessageContaining("say which with --decimal point");
        } else {
            assertThat(read(file, TILL).rows().get(0).monetary()).isEqualTo(value);
        }
    }

    @Test
    void takesNumbersAndMissingCustomersAsToldTo() {
        Path file = file("card;when;paid\n", "A;2026-01-05;1.234,50 €", "guest;2026-01-05;1");
        ReadingOptions reading = ReadingOptions.guessed()
                .withThousands("point")
                .withCurrency(List.of("€"))
                .withMissing(List.of("Guest"));

        RfmTable table = RfmTable.read(file, TILL, RfmOptions.usual().with(reading), (read, total) -> {});

        assertThat(table.rows()).containsExactly(new Rfm("A", 1, 1, new BigDecimal("1234.5")));
        assertThat(table.counts().withoutCustomer()).isOne();
    }

    @Test
    void readsMonthFirstWhereOneLineAtTheEndDecides() {
        RfmTable table = till("A,1/2/2026,1", "B,1/13/2026,1");

        assertThat(table.rows().get(0).recencyDays()).isEqualTo(12);
        assertThat(table.notes()).contains("when is written mm/dd/yyyy, read month first: 1 of 2 fit nothing else.");
    }

    @Test
    void asksWhereNothingSaysWhetherDayOrMonthComesFirst() {
        assertThatThrownBy(() -> till("A,1/2/2026,1", "A,1/3/2026,1"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("transactions.csv, column when: found dates that can all be read in two ways:"
                        + " \"1/2/2026\" may be 2026-02-01 or 2026-01-02, expected dates that say what comes first;"
                        + " say it with --date-order day, --date-order month or --date-order year.");
    }

    @ParameterizedTest
    @CsvSource({"day, 28", "month, 1"})
    void countsRecencyByTheOrderAskedFor(String order, long days) {
        Path file = file("card,when,paid\n", "A,1/2/2026,1", "B,1/3/2026,1");
        ReadingOptions reading = ReadingOptions.guessed().withDateOrder(order);

        RfmTable table = RfmTable.read(file, TILL, RfmOptions.usual().with(reading), (read, total) -> {});

        assertThat(table.rows().get(0).recencyDays() - table.rows().get(1).recencyDays())
                .isEqualTo(days);
    }

    @Test
    void readsTheSameFromEveryEncodingAndDelimiter() throws Exception {
        String text = "card;when;paid\nMüller;25.1.2026 8:26;3\nMüller;25.1.2026 8:26;4\n";
        List<List<Rfm>> tables = new ArrayList<>();
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
            for (String variant :
                    List.of(text, text.replace(';', '\t'), text.replace("\n", "\r\n"), text.replace('\n', '\r'))) {
                Path file = Files.write(folder.resolve("any.csv"), variant.getBytes(charset));
                tables.add(RfmTable.read(file, TILL, RfmOptions.usual(), (read, total) -> {})
                        .rows());
            }
        }
        tables.add(RfmTable.read(file("\uFEFF" + text), TILL, RfmOptions.usual(), (read, total) -> {})
                .rows());

        assertThat(tables).containsOnly(List.of(new Rfm("Müller", 1, 1, new BigDecimal("7"))));
    }

    @Test
    void findsColumnsWithoutRegardToCaseAndSpacesButPrefersTheVeryName() {
        assertThat(RfmTable.read(
                                file("Card ,WHEN,PAID,paid\n", "A,2026-01-05,1,2"),
                                TILL,
                                RfmOptions.usual(),
                                (read, total) -> {})
                        .rows())
                .containsExactly(new Rfm("A", 1, 1, new BigDecimal("2")));
    }

    @Test
    void refusesBadLinesNamingTheFirstAndCountingTheRest() {
        assertThatThrownBy(() -> retail(
                        "1,Mug,1,1/13/2011,10,7",
                        "2,Mug,one,1/13/2011,10,7",
                        "3,Mug,1,1/32/2011,10,7",
                        "4,Mug,1,1/13/2011,10"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        "transactions.csv, line 3, column Quantity: found \"one\", expected a number below 10^15;"
                                + " correct the file or skip bad lines (2 more bad lines).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,Mug,1,1/13/2011,,7 | column UnitPrice: found an empty cell, expected a number",
                "1,Mug,1,1/13/2011,NaN,7 | column UnitPrice: found \"NaN\", expected a number",
                "1,Mug,1,1/13/2011,1e15,7 | column UnitPrice: found \"1e15\", expected a number below 10^15",
                "1,Mug,1,,1,7 | column InvoiceDate: found an empty cell, expected a date as mm/dd/yyyy, perhaps with a time",
                "1,Mug,1,1/13/2011 25:00,1,7 | column InvoiceDate: found \"1/13/2011 25:00\", expected a date",
                " ,Mug,1,1/13/2011,1,7 | column InvoiceNo: found an empty cell, expected the number of an order",
                "1,Mug,1,1/13/2011,1,7,x | column no. 7: found 7 cells, expected 6 as in the header",
            })
    void saysWhatIsWrongWithALine(String line, String sentence) {
        assertThatThrownBy(() -> retail("1,Mug,1,1/13/2011,10,7", line))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 3, " + sentence)
                .hasMessageEndingWith("correct the file or skip bad lines.");
    }

    @Test
    void skipsBadLinesWhereAskedToAndRemembersTheFirst() {
        Path file = file(HEADER, "1,Mug,1,1/13/2011,10,7", "2,Mug,one,1/13/2011,10,7", "3,Mug,1,13,10,7");

        RfmTable table = RfmTable.read(file, RETAIL, RfmOptions.usual().with(OnBadRow.DROP), (read, total) -> {});

        assertThat(table.rows()).hasSize(1);
        assertThat(table.counts().bad()).isEqualTo(2);
        assertThat(table.counts().lines()).isEqualTo(3);
        assertThat(table.firstBadLine()).get().extracting(RowIssue::line).isEqualTo(3);
    }

    @Test
    void refusesAColumnOfMixedDatesEvenWhereBadLinesMayBeSkipped() {
        Path file = file(HEADER, "1,Mug,1,1/13/2011,1,7", "2,Mug,1,1/14/2011,1,7", "3,Mug,1,15/1/2011,1,7");

        assertThatThrownBy(
                        () -> RfmTable.read(file, RETAIL, RfmOptions.usual().with(OnBadRow.DROP), (read, total) -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "line 4, column InvoiceDate: found \"15/1/2011\" where others are written mm/dd/yyyy");
    }

    @Test
    void refusesAFileThatLeavesNobody() {
        assertThatThrownBy(() -> retail("1,Mug,1,1/13/2011,1,", "C2,Mug,1,1/13/2011,1,7"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found no customer who bought for more than was returned, in 2 lines (1 without a"
                        + " customer, 0 after the last day, 0 bad, 1 returned or cancelled)");
    }

    @Test
    void refusesAFileWithoutLinesOrColumns() {
        assertThatThrownBy(() -> retail()).hasMessageContaining("found a header only");
        assertThatThrownBy(() -> read(file("\n\n"), TILL)).hasMessageContaining("found an empty file");
        assertThatThrownBy(() -> read(file("card,paid\nA,1\n"), TILL))
                .hasMessageContaining(
                        "line 1: found no column called when, only card, paid, expected it in the header");
        assertThatThrownBy(() -> read(file("card,when,Paid,PAID\nA,1,1,1\n"), TILL))
                .hasMessageContaining("column paid: found this header twice (columns 3 and 4)");
    }

    @Test
    void refusesColumnsThatAreOneAndTheSame() {
        assertThatThrownBy(() -> new TransactionColumns("a", "b", "A", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Each column must have a name of its own, got a, b, A");
        assertThatThrownBy(() -> new TransactionColumns("a", "b", " ", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsHowFarItHasGot() {
        String[] lines =
                IntStream.range(0, 2500).mapToObj(i -> "A,2026-01-05,1").toArray(String[]::new);
        Path file = file("card,when,paid\n", lines);
        List<Long> heard = new ArrayList<>();

        RfmTable.read(file, TILL, RfmOptions.usual(), (read, total) -> {
            assertThat(total).isEqualTo(2 * file.toFile().length());
            heard.add(read);
        });

        assertThat(heard)
                .isSorted()
                .hasSize(5)
                .last()
                .isEqualTo(2 * file.toFile().length());
    }

    @Test
    void listsWhatBecameOfLinesAndCustomers() {
        ResultTable table = new RfmCounts(1234, 2, 1, 3, 4, 5, 6, 100, 7, 8).toTable();

        assertThat(table.rows())
                .contains(List.of("lines", "1,254", "read"), List.of("customers", "115", "found"))
                .hasSize(12);
        assertThat(new RfmCounts(1, 0, 0, 0, 0, 0, 0, 1, 0, 0).toTable().rows()).hasSize(4);
    }

    private RfmTable retail(String... lines) {
        return read(file(HEADER, lines), RETAIL);
    }

    private RfmTable till(String... lines) {
        return read(file("card,when,paid\n", lines), TILL);
    }

    private static RfmTable read(Path file, TransactionColumns columns) {
        return RfmTable.read(file, columns, RfmOptions.usual(), (read, total) -> {});
    }

    private Path file(String header, String... lines) {
        String text = header + String.join("\n", lines) + "\n";
        try {
            return Files.writeString(folder.resolve("transactions.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
