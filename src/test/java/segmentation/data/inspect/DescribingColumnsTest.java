package segmentation.data.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.csv.ReadingOptions;

class DescribingColumnsTest {
    @TempDir
    private Path folder;

    @Test
    void areTheFeaturesAndWhatHasFewValuesOrIsANumber() throws IOException {
        CustomerFile file = read("""
                id,name,city,age,same,since,gap,spend,plan
                7,Ann,Ulm,30,1,2020-01-02,,1.5,
                9,Bob,Ulm,40,1,2020-01-03,,2.5,gold
                4,Cem,Bonn,50,1,2020-01-04,1,3.5,gold
                5,Dee,Bonn,30,1,2020-01-05,2,1.5,silver
                2,Eve,Bonn,30,1,2020-01-06,,1.5,silver
                """);

        assertThat(DescribingColumns.of(file, List.of("spend"), "id")).containsExactly("spend", "city", "age", "plan");
    }

    @Test
    void areNotAllOfManyColumns() throws IOException {
        String header = IntStream.range(0, 60).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String rows = IntStream.range(0, 3)
                .mapToObj(
                        row -> IntStream.range(0, 60).mapToObj(i -> row + ".5").collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

        assertThat(DescribingColumns.of(read(header + "\n" + rows), List.of("c50", "c3"), ""))
                .hasSize(DescribingColumns.MOST + 2)
                .startsWith("c50", "c3", "c0", "c1", "c2", "c4");
    }

    @Test
    void areNoTextsOfManyValues() throws IOException {
        String rows = IntStream.range(0, 26)
                .mapToObj(i -> "%d.5,%c,%c".formatted(i, 'a' + i % 13, 'a' + i % 12))
                .collect(Collectors.joining("\n"));

        assertThat(DescribingColumns.of(read("x,thirteen,twelve\n" + rows), List.of("x"), ""))
                .containsExactly("x", "twelve");
    }

    private CustomerFile read(String text) throws IOException {
        return CustomerFile.read(Files.writeString(folder.resolve("a.csv"), text), ReadingOptions.guessed());
    }
}
