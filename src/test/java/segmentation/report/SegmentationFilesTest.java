package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Segmentation;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;
import segmentation.io.ResultFolder;

/** Files that are written beside each other, held against each written alone. */
class SegmentationFilesTest {
    @TempDir
    private Path folder;

    @Test
    void eachIsWhatItIsWhenWrittenAlone() throws IOException {
        Path customers = customers();
        Path written = folder.resolve("result");

        try (ResultFolder result = ResultFolder.at(written, customers)) {
            SegmentationFiles.write(result, segmentation(customers));
            result.finish();
        }

        Segmentation alone = segmentation(customers);
        assertThat(written.resolve("segments.csv"))
                .hasContent(SegmentedCsv.of(alone).toText());
        assertThat(written.resolve("model.json")).hasContent(alone.modelFile().toJson());
        assertThat(written.resolve("metrics.json"))
                .hasContent(MetricsFile.of(alone).toJson());
        assertThat(Files.readString(written.resolve("report.md"))).contains("segments.csv");
        assertThat(written.resolve("report.html")).isNotEmptyFile();
    }

    private Path customers() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("income,score\n");
        for (int i = 0; i < 60; i++) {
            int centre = 30 * (i % 3);
            text.append("%d,%d\n".formatted(centre + random.nextInt(9), centre + random.nextInt(9)));
        }
        return Files.writeString(folder.resolve("customers.csv"), text);
    }

    private static Segmentation segmentation(Path customers) {
        return Segmentation.of(CustomerFile.read(customers, ReadingOptions.guessed()))
                .k(3)
                .restarts(2)
                .skip(CostlyPart.values());
    }
}
