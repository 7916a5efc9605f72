package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.io.AtomicFile;

class SegmentedCsvTest {

    @Test
    void writesTheCellsAsTheyWereWithColumnsAddedAtTheRight() {
        SegmentedCsv csv = SegmentedCsv.of(List.of("id", "note"), List.of(List.of("0001", "a, b"), List.of("2", "")))
                .with("segment", List.of("1", "2"));

        assertThat(csv.toText()).isEqualTo("id,note,segment\r\n0001,\"a, b\",1\r\n2,,2\r\n");
    }

    @Test
    void quotesQuotesAndLineBreaks() {
        SegmentedCsv csv = SegmentedCsv.of(List.of("say"), List.of(List.of("\"hi\"\nyou")));

        assertThat(csv.toText()).isEqualTo("say\r\n\"\"\"hi\"\"\nyou\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+A1, '''+A1'", "-A1, '''-A1'", "@x, '''@x'", "-1.5, -1.5", "High, High", "-, '''-'"})
    void keepsSpreadsheetsFromRunningWhatIsAdded(String cell, String written) {
        SegmentedCsv csv = SegmentedCsv.of(List.of("id"), List.of(List.of("1"))).with("name", List.of(cell));

        assertThat(csv.toText()).isEqualTo("id,name\r\n1," + written + "\r\n");
    }

    @Test
    void leavesTheCellsThatWereReadUntouchedEvenFormulas() {
        assertThat(SegmentedCsv.of(List.of("id"), List.of(List.of("=1+1"))).toText())
                .isEqualTo("id\r\n=1+1\r\n");
    }

    @Test
    void callsAColumnAnotherNameWhereTheFileHasOneOfThatName() {
        SegmentedCsv csv = SegmentedCsv.of(List.of("Segment", "segment_2"), List.of(List.of("old", "older")))
                .with("segment", List.of("1"))
                .with("distance", List.of("0.5"));

        assertThat(csv.toText()).isEqualTo("Segment,segment_2,segment_3,distance\r\nold,older,1,0.5\r\n");
    }

    @Test
    void writesToAFileWhatItsTextIs(@TempDir Path folder) {
        SegmentedCsv csv = SegmentedCsv.of(List.of("name"), List.of(List.of("Zoë, \"Z\""), List.of("")))
                .with("segment", List.of("1", "=2"));

        AtomicFile.write(folder.resolve("segments.csv"), csv);

        assertThat(folder.resolve("segments.csv")).hasContent(csv.toText());
    }

    @Test
    void keepsTheOrderOfMoreRowsThanOneThreadWrites() {
        List<List<String>> rows =
                IntStream.range(0, 150_000).mapToObj(row -> List.of("r" + row)).toList();

        String text = SegmentedCsv.of(List.of("id"), rows)
                .with("segment", i -> "" + i % 7)
                .toText();

        assertThat(text.lines().skip(1))
                .isEqualTo(IntStream.range(0, rows.size())
                        .mapToObj(row -> "r" + row + "," + row % 7)
                        .toList());
    }

    @Test
    void rejectsAColumnOfAnotherLength() {
        SegmentedCsv csv = SegmentedCsv.of(List.of("id"), List.of(List.of("1")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> csv.with("segment", List.of("1", "2")))
                .withMessage("1 customers need as many cells in segment, got 2");
    }
}
