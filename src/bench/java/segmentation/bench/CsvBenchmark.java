package segmentation.bench;

import java.nio.file.Path;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;

/** Our side of the reading in {@code environment/bench million}: {@code CsvBenchmark FILE CALLS}. */
public final class CsvBenchmark {
    private CsvBenchmark() {}

    /** Reads the file so many times. */
    public static void main(String... arguments) {
        Meter meter = Meter.start();
        Path file = Path.of(arguments[0]);
        meter.timed(Integer.parseInt(arguments[1]), () -> CustomerFile.read(file, ReadingOptions.guessed()));
    }
}
