package segmentation.data.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.csv.ReadingOptions;

class FileCheckTest {
    @TempDir
    private Path folder;

    @Test
    void showsWhatEachColumnHolds() {
        FileCheck check = check("Town;Spend;Visits;Since;Rest\nUlm;12,5;4;2020-01-31;\nUlm;1,25;NA;2020-02-01;\n");

        assertThat(check.toTable().toText()).isEqualTo("""
                UTF-8, separated by semicolon, decimal comma, 2 rows, 5 columns
                column  type          filled  missing  distinct  min · median · max, or commonest
                ------  ------------  ------  -------  --------  --------------------------------
                Town    text               2        0         1  Ulm (2)
                Spend   number             2        0         2  1.3 · 6.9 · 12.5
                Visits  whole number       1        1         1  4 · 4 · 4
                Since   date               2        0         2  2020-01-31 (1), 2020-02-01 (1)
                Rest    empty              0        2         0""");
        assertThat(check.findingsTable().toText())
                .isEqualTo("""
                where  what to look into
                -----  ---------------------------------
                Town   the same value in all filled cells
                Rest   all values are missing""".replace("---------------------------------\n", "----------------------------------\n"));
    }

    @Test
    void hasNothingToSayOfAGoodFile() {
        FileCheck check = check("Town,Spend\nUlm,5\nKöln,7\nUlm,6.5\n");

        assertThat(check.hasFindings()).isFalse();
        assertThat(check.duplicates()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b/1,x/1,x/2,y | rows | 1 equal to an earlier one in all columns",
                "a,b/1,x/2/3,y | rows | 1 with more or fewer cells than the header (first: line 3, 1 of 2); not used",
                "a,a/1,x/2,y | header | The header a is repeated in column 2, which is called a_2 here.",
                "a,b/5,x/6,y/7,z | a | values that ascend by 1 from row to row look like a running number",
                "a,b/1,x/2,y/2,z/3,u/99,v | a | 1 number far from the rest",
                "a,b/1,x/n,y/2.5,z | a | numbers and other text are mixed: 2 of 3 cells are numbers (first other: line 3, \"n\")",
                "a,b/1,01.02.2020/5,03.04.2020 | b | dates read day first, though \"01.02.2020\" may be 2020-02-01 or 2020-01-02; say which with --date-order",
            })
    void findsWhatToLookInto(String file, String where, String what) {
        FileCheck check = check(file.replace('/', '\n') + "\n");

        assertThat(check.hasFindings()).isTrue();
        assertThat(check.findings()).containsExactly(new FileCheck.Finding(where, what));
    }

    @Test
    void writesHugeNumbersShort() {
        assertThat(check("a\n1e120\n5\n7\n").toTable().rows().get(0).get(5)).isEqualTo("5.0 · 7.0 · 1.000e+120");
    }

    @Test
    void saysHowManyMoreFindingsThereAre() {
        FileCheck check = check("a,".repeat(100) + "x\n" + "1,".repeat(100) + "u\n" + "1,".repeat(100) + "v\n");

        assertThat(check.findings()).contains(new FileCheck.Finding("and 80 more columns", "the same as above"));
        assertThat(check.toTable().rows()).hasSize(41);
    }

    private FileCheck check(String text) {
        return CustomerFile.read(CustomerFiles.file(folder, text), ReadingOptions.guessed())
                .check();
    }
}
