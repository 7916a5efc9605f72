package segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.csv.CsvRow;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.RowIssue;
import segmentation.io.DataException;
import segmentation.io.SourceName;

/** What is learned of a file of transactions before its lines are read. */
class TransactionFormatTest {
    private static final CsvRow HEADER = new CsvRow(1, List.of(" card ", "when", "paid", "status"));

    @Test
    void learnsFromStretchesAsIfTheyWereOne() {
        TransactionFormat first = format();
        TransactionFormat second = format();
        first.learn(row(2, "A", "1/2/2026", "1,5", "paid"));
        second.learn(row(3, "A", "13/2/2026", "2,5", "void"));

        first.learn(second.learned());

        first.refuseDoubt();
        assertThat(first.notes())
                .containsExactly(
                        "\"void\" of status: 1 line, counted like any other; are they purchases?"
                                + " --where \"status != void\" leaves them out.",
                        "when is written dd/mm/yyyy, read day first: 1 of 2 fit nothing else.");
        assertThat(first.parser().read(row(2, "A", "1/2/2026", "1,5", "paid")))
                .isEqualTo(new TransactionLine.Transaction(
                        "A",
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 2, 1).toEpochDay() * 86_400_000_000L,
                        Optional.empty(),
                        new BigDecimal("1.5"),
                        false));
    }

    @Test
    void learnsNothingFromALineWithOtherCells() {
        TransactionFormat format = format();

        format.learn(row(2, "A", "13/2/2026", "1", "void", "x"));
        format.learn(row(3, "A", "13/2/2026", "1"));

        assertThat(format.notes()).isEmpty();
    }

    @Test
    void namesTheColumnOfCustomersWithoutPadding() {
        assertThat(format().customerColumn()).isEqualTo("card");
    }

    @Test
    void refusesDatesThatContradictEachOther() {
        TransactionFormat format = format();
        format.learn(row(2, "A", "13/2/2026", "1", ""));
        format.learn(row(3, "A", "2/13/2026", "1", ""));
        format.learn(row(4, "A", "1/2/2026", "1", ""));

        assertThatThrownBy(format::refuseDoubt)
                .isInstanceOf(DataException.class)
                .hasMessage("t.csv, column when: found dates that contradict each other, as many written"
                        + " dd/mm/yyyy as mm/dd/yyyy, expected one way to write them in the whole column;"
                        + " write all alike, or say the order with --date-order and leave the others out with"
                        + " --skip-bad-lines.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0, 1 | correct the file or skip bad lines.",
                "1, 1 | correct the file or skip bad lines.",
                "1, 2 | correct the file or skip bad lines (1 more bad line).",
                "1, 3 | correct the file or skip bad lines (2 more bad lines).",
                "0, 2 | no line of 2 can be read, so check which column it is and how it is written."
            })
    void advisesByHowManyLinesCannotBeRead(String goodAndBad, String advice) {
        String[] counts = goodAndBad.split(", ");
        RfmCounts lines =
                new RfmCounts(Integer.parseInt(counts[0]), 0, 0, 0, 0, 0, Integer.parseInt(counts[1]), 0, 0, 0);

        DataException bad = format().bad(new RowIssue(3, "paid", "\"x\"", "a number"), lines);

        assertThat(bad).hasMessage("t.csv, line 3, column paid: found \"x\", expected a number; " + advice);
    }

    // A day that fits no style of the column, but one that must be asked for.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1700000000 | (for seconds since 1970 say --date-format unix)",
                "1700000000123 | (for seconds since 1970 say --date-format unix)",
                "31122024 | (or say --date-format ddmmyyyy)",
                "12312024 | (or say --date-format mmddyyyy)",
                "12112024 | (or say --date-format ddmmyyyy or mmddyyyy)",
                "170000000 | ''",
                "31132024 | ''",
                "sometime | ''"
            })
    void namesTheWayToWriteDatesThatMustBeAskedFor(String day, String hint) {
        TransactionFormat format = format();
        format.learn(row(2, "A", "13/2/2026", "1", ""));

        TransactionLine line = format.parser().read(row(3, "A", day, "1", ""));

        assertThat(line)
                .isEqualTo(new TransactionLine.Bad(new RowIssue(
                        3,
                        "when",
                        '"' + day + '"',
                        "a date as dd/mm/yyyy, perhaps with a time as 8:26" + (hint.isEmpty() ? "" : " " + hint))));
    }

    @ParameterizedTest
    @CsvSource({"Total, '', true", "total, '', true", "Total, 13/2/2026, false", "Totally, '', false"})
    void takesALineOfTotalsForNobodyOnlyWithoutADay(String customer, String day, boolean nobody) {
        TransactionFormat format = format();
        format.learn(row(2, "A", "13/2/2026", "1", ""));

        TransactionLine line = format.parser().read(row(3, customer, day, "1", ""));

        assertThat(line instanceof TransactionLine.Nobody).isEqualTo(nobody);
    }

    @Test
    void listsTwentyColumnsOfAHeaderThatLacksOne() {
        String names = IntStream.rangeClosed(1, 20).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));

        assertThatThrownBy(() -> ofHeader(20))
                .hasMessageContaining("no column called when, only %s, expected".formatted(names));
        assertThatThrownBy(() -> ofHeader(23))
                .hasMessageContaining("no column called when, only %s and 3 more, expected".formatted(names));
    }

    private static TransactionFormat ofHeader(int columns) {
        List<String> names =
                IntStream.rangeClosed(1, columns).mapToObj(i -> "c" + i).toList();
        return TransactionFormat.of(
                new SourceName("t.csv"),
                new CsvRow(1, names),
                new TransactionColumns("c1", "when", "c2", Optional.empty(), Optional.empty()),
                ReadingOptions.guessed(),
                ';');
    }

    private static TransactionFormat format() {
        return TransactionFormat.of(
                new SourceName("t.csv"),
                HEADER,
                new TransactionColumns("card", "when", "paid", Optional.empty(), Optional.empty()),
                ReadingOptions.guessed(),
                ';');
    }

    private static CsvRow row(int line, String... cells) {
        return new CsvRow(line, List.of(cells));
    }
}
