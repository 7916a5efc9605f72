package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvQuotesTest {
    private static final String SIGNS = "aZ09.,;|\t\"'#!$% -=\r\né漢\u00a0\u0001";

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void writesRowsAsCommonsCsvDoes(char delimiter) throws IOException {
        SplittableRandom random = new SplittableRandom(delimiter);
        for (int tried = 0; tried < 5_000; tried++) {
            List<String> cells = IntStream.range(0, random.nextInt(1, 4))
                    .mapToObj(cell -> text(random))
                    .toList();

            assertThat(ours(cells, delimiter)).isEqualTo(theirs(cells, delimiter));
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(4); left > 0; left--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    private static String ours(List<String> cells, char delimiter) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            CsvQuotes.append(row, cells.get(i), delimiter, i == 0);
        }
        return row.append("\r\n").toString();
    }

    private static String theirs(List<String> cells, char delimiter) throws IOException {
        StringBuilder row = new StringBuilder();
        new CSVPrinter(row, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get()).printRecord(cells);
        return row.toString();
    }
}
