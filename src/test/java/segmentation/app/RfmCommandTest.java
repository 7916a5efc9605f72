package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code segment rfm} as a person types it. */
class RfmCommandTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeTransactions() throws IOException {
        file = Files.writeString(folder.resolve("retail.csv"), """
                InvoiceNo,Quantity,InvoiceDate,UnitPrice,Customer ID
                1,2,12/1/2010 8:26,2.55,17850
                C2,-1,12/13/2010 8:26,2.55,17850
                3,1,12/2/2010 8:26,1,=cmd|x
                4,1,12/2/2010 8:26,1,-7
                5,1,12/2/2010 8:26,1,
                6,1,12/3/2010 8:26,1,"a,b"
                """);
    }

    @Test
    void printsTheTableAndNothingElse() {
        Ran ran = rfm("--order", "InvoiceNo");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .isEqualTo("Customer ID,recency_days,frequency,monetary\r\n"
                        + "-7,12,1,1\r\n17850,13,1,2.55\r\n'=cmd|x,12,1,1\r\n\"a,b\",11,1,1\r\n");
    }

    @Test
    void addsScoresAndGroupsWhereAskedFor() {
        Ran ran = rfm("--order", "InvoiceNo", "--scores");

        assertThat(ran.code()).as(ran.err()).isZero();
        // Days 12, 13, 12, 11 have quintiles 11.6, 12, 12 and 12.4; all bought once; 2.55 is worth most.
        assertThat(ran.out())
                .startsWith("Customer ID,recency_days,frequency,monetary,"
                        + "recency_score,frequency_score,monetary_score,rfm_group\r\n")
                .contains("17850,13,1,2.55,1,1,5,hibernating\r\n", "\"a,b\",11,1,1,5,1,1,new customers\r\n");
        assertThat(ran.err()).contains("RFM groups, by recency and frequency", "bought long ago, seldom");
    }

    @Test
    void tellsWhatItGuessedAndWhatItLeftOut() {
        assertThat(rfm().err())
                .contains("retail.csv: 0.0 of 0.0 MB")
                .contains("read as UTF-8, separated by comma.")
                .contains("InvoiceDate is written mm/dd/yyyy, read month first: 1 of 6 fit nothing else.")
                .contains("recency_days counts to 2010-12-14, the day after the last date in the file.")
                .containsPattern("lines: returns and cancellations +1  subtracted")
                .containsPattern("lines: without a customer +1  left out");
    }

    @Test
    void saysWhatSparkNeeds() {
        assertThat(rfm("--engine", "spark", "--out", "rfm.csv").err())
                .contains("fetch it once with environment/segment-spark");
        assertThat(rfm("--engine", "spark", "--out", "rfm.csv", "--scores").err())
                .contains("fetch it once with environment/segment-spark");
        assertThat(rfm("--conf", "a=b").err()).contains("--master, --conf and --sample are for --engine spark");
    }

    @Test
    void writesTheFileWholeAndSaysSo() throws IOException {
        Path out = folder.resolve("new/rfm.csv");

        Ran ran = rfm("--out", out.toString(), "--as-of", "2010-12-31");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("counts to 2010-12-31, as asked for.", "Written: " + out);
        assertThat(Files.readString(out)).startsWith("Customer ID,recency_days,frequency,monetary\r\n-7,29,1,1\r\n");
        assertThat(out.getParent()).isDirectoryContaining(path -> path.equals(out));
    }

    @Test
    void stopsAtABadLineUnlessItMaySkipIt() throws IOException {
        Files.writeString(file, Files.readString(file).replace("3,1,", "3,one,").replace("4,1,", "4,two,"));

        Ran stopped = rfm("--out", folder.resolve("rfm.csv").toString());
        Ran skipped = rfm("--skip-bad-lines");

        assertThat(stopped.code()).isEqualTo(2);
        assertThat(stopped.err())
                .contains("line 4, column Quantity: found \"one\", expected a number below 10^15;"
                        + " correct the file or skip bad lines (1 more bad line).")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("rfm.csv")).doesNotExist();
        assertThat(skipped.code()).as(skipped.err()).isZero();
        assertThat(skipped.err())
                .contains("The first bad line is 4, column Quantity: found \"one\"")
                .containsPattern("lines: bad +2  left out");
    }

    @Test
    void readsAsToldTo() throws IOException {
        Files.writeString(file, "Customer ID;InvoiceDate;UnitPrice;Quantity\nA;13.2.2010;1.234,5 EUR;2\n");

        Ran ran = rfm("--thousands", "point", "--decimal", "comma", "--currency", "EUR", "--delimiter", "semicolon");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).endsWith("\r\nA,1,1,2469\r\n");
    }

    @Test
    void neverWritesOverTheTransactions() throws IOException {
        String before = Files.readString(file);

        Ran ran = rfm(
                "--out",
                folder.resolve("../" + folder.getFileName() + "/retail.csv").toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("--out names the transactions themselves")
                .hasLineCount(1);
        assertThat(file).hasContent(before);
    }

    @Test
    void endsWithThreeWhereItCannotWrite() {
        assertThat(rfm("--out", file.resolve("below/a/file.csv").toString()).code())
                .isEqualTo(3);
    }

    @Test
    void refusesWhatItCannotUseInOneSentence() {
        Ran missing = Ran.segment("rfm", file.toString(), "--date", "d", "--amount", "a");
        Ran date = rfm("--as-of", "soon");
        Ran twice = rfm("--order", "customerid");

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("--customer").hasLineCount(1);
        assertThat(date.code()).isEqualTo(2);
        assertThat(date.err()).contains("--as-of").hasLineCount(1);
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err())
                .contains("Each column must have a name of its own")
                .hasLineCount(1);
    }

    private Ran rfm(String... more) {
        List<String> line = new ArrayList<>(List.of("rfm", file.toString(), "--customer", "Customer ID"));
        line.addAll(List.of("--date", "InvoiceDate", "--amount", "UnitPrice", "--quantity", "Quantity"));
        line.addAll(List.of(more));
        return Ran.segment(line.toArray(String[]::new));
    }
}
