package segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.csv.CsvRow;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.OnBadRow;
import segmentation.data.customers.RowIssue;
import segmentation.io.SourceName;

/** What is told of a file of transactions beside its customers. */
class RfmSummaryTest {
    private static final RfmCounts COUNTS = new RfmCounts(3, 0, 0, 0, 0, 0, 0, 2, 0, 0);

    @Test
    void remembersTheLastTwoDaysWhateverTheOrderOfLines() {
        RfmSummary.LastDays days = RfmSummary.LastDays.NONE;
        assertThat(days = days.with(day(5))).isEqualTo(new RfmSummary.LastDays(day(5), LocalDate.MIN));
        assertThat(days = days.with(day(2))).isEqualTo(new RfmSummary.LastDays(day(5), day(2)));
        assertThat(days = days.with(day(1))).isEqualTo(new RfmSummary.LastDays(day(5), day(2)));
        assertThat(days = days.with(day(2))).isEqualTo(new RfmSummary.LastDays(day(5), day(2)));
        assertThat(days = days.with(day(5))).isEqualTo(new RfmSummary.LastDays(day(5), day(2)));
        assertThat(days = days.with(day(3))).isEqualTo(new RfmSummary.LastDays(day(5), day(3)));
        assertThat(days.with(day(9))).isEqualTo(new RfmSummary.LastDays(day(9), day(5)));
    }

    @Test
    void saysFirstHowTheFileIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("till.csv"), "card;when;paid\nA;2026-01-05;5\n");
        TransactionColumns columns = new TransactionColumns("card", "when", "paid", Optional.empty(), Optional.empty());

        RfmTable table = RfmTable.read(file, columns, RfmOptions.usual(), (read, total) -> {});

        assertThat(table.notes()).startsWith("The file is read as UTF-8, separated by semicolon.");
    }

    @ParameterizedTest
    @CsvSource({"366, false", "367, true"})
    void tellsOfALastDateThatLiesMoreThanAYearAfterTheOthers(int days, boolean told) {
        LocalDate before = LocalDate.of(2024, 1, 1);
        RfmSummary.LastDays lastDays = new RfmSummary.LastDays(before.plusDays(days), before);

        RfmSummary summary = summary(RfmOptions.usual(), lastDays);

        String sentence = "The last date, %s, is more than a year after the one before it, 2024-01-01;"
                .formatted(before.plusDays(days));
        assertThat(summary.notes().stream().anyMatch(note -> note.startsWith(sentence)))
                .isEqualTo(told);
        assertThat(summary(RfmOptions.usual().withAsOf(before), lastDays).notes())
                .containsExactly("read so");
    }

    @Test
    void tellsNothingOfTheOnlyDayOfAFile() {
        RfmSummary summary =
                summary(RfmOptions.usual(), new RfmSummary.LastDays(LocalDate.of(2024, 1, 1), LocalDate.MIN));

        assertThat(summary.notes()).containsExactly("read so");
        assertThat(summary.asOf()).isEqualTo("2024-01-02");
    }

    @ParameterizedTest
    @CsvSource({"2399, false", "2400, true", "2567, true"})
    void tellsOfYearsOfAnotherCalendar(int year, boolean told) {
        LocalDate last = LocalDate.of(year, 3, 1);

        RfmSummary summary = summary(RfmOptions.usual(), new RfmSummary.LastDays(last, last.minusDays(1)));

        assertThat(summary.notes().stream().anyMatch(note -> note.startsWith("Dates lie in " + year + ": years")))
                .isEqualTo(told);
    }

    @Test
    void tellsOfCustomersWhoseNamesAreTheSameNumber() {
        RfmSummary summary =
                summary(RfmOptions.usual(), new RfmSummary.LastDays(LocalDate.of(2024, 1, 1), LocalDate.MIN));

        assertThat(summary.withAlike(0).notes()).containsExactly("read so");
        assertThat(summary.withAlike(1200).notes())
                .containsExactly(
                        "read so",
                        "Of the customers, 1,200 differ from another only in the way a number is written; they stay apart.");
    }

    @Test
    void refusesABadLineOnlyWhereNoneIsToBeSkipped() {
        RfmSummary.LastDays days = new RfmSummary.LastDays(LocalDate.of(2024, 1, 1), LocalDate.MIN);
        Optional<RowIssue> issue = Optional.of(new RowIssue(3, "paid", "\"x\"", "a number"));
        RfmCounts counts = new RfmCounts(3, 0, 0, 0, 0, 0, 1, 2, 0, 0);

        assertThatThrownBy(() -> RfmSummary.of(format(), List.of(), RfmOptions.usual(), counts, days, issue))
                .hasMessageContaining("line 3, column paid");
        assertThat(RfmSummary.of(format(), List.of(), RfmOptions.usual().with(OnBadRow.DROP), counts, days, issue)
                        .firstBadLine())
                .isEqualTo(issue);
    }

    @Test
    void refusesAFileOfAHeaderAloneAndOneThatLeavesNobody() {
        RfmSummary.LastDays none = RfmSummary.LastDays.NONE;
        RfmCounts header = new RfmCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        RfmCounts nobody = new RfmCounts(0, 7, 1, 0, 1500, 4, 0, 0, 7, 0);

        assertThatThrownBy(() -> RfmSummary.of(format(), List.of(), RfmOptions.usual(), header, none, Optional.empty()))
                .hasMessageContaining("found a header only");
        assertThatThrownBy(() -> RfmSummary.of(format(), List.of(), RfmOptions.usual(), nobody, none, Optional.empty()))
                .hasMessageContaining("in 1,511 lines (1,500 without a customer, 4 after the last day, 0 bad,"
                        + " 7 returned or cancelled)");
    }

    @Test
    void writesSumsInTheirShortestForm() {
        assertThat(Rfm.of("A", 3, 2, new BigDecimal("1E+2")).cells()).containsExactly("3", "2", "100");
        assertThat(Rfm.of("A", 0, 1, new BigDecimal("12.50")).cells()).containsExactly("0", "1", "12.5");
    }

    private static RfmSummary summary(RfmOptions options, RfmSummary.LastDays days) {
        return RfmSummary.of(format(), List.of("read so"), options, COUNTS, days, Optional.empty());
    }

    private static TransactionFormat format() {
        return TransactionFormat.of(
                new SourceName("t.csv"),
                new CsvRow(1, List.of("card", "when", "paid")),
                new TransactionColumns("card", "when", "paid", Optional.empty(), Optional.empty()),
                ReadingOptions.guessed(),
                ',');
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2024, 1, day);
    }
}
