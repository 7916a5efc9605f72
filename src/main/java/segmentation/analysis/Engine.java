package segmentation.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import segmentation.csv.ReadingOptions;
import segmentation.io.DataException;
import segmentation.model.ModelFile;
import segmentation.rfm.RfmOptions;
import segmentation.rfm.RfmSummary;
import segmentation.rfm.TransactionColumns;
import segmentation.text.ResultTable;

/** Something that reads and counts customers elsewhere than in this process; found by the {@link ServiceLoader}. */
public interface Engine {

    /** Returns the word for it, such as {@code spark}. */
    String word();

    /**
     * Opens the customers of an input.
     *
     * @param input a file, a folder of parts, or an address that the engine knows
     * @throws DataException where there are none, or they cannot be read, in one sentence
     */
    Population open(String input, ReadingOptions reading, Optional<String> id, Settings settings);

    /**
     * Gives the customers of an input the segments of a model, and has them written where the engine writes.
     *
     * @param out a folder that is not there yet; Parquet where its name ends in {@code .parquet}, else CSV
     * @throws DataException as {@link #open}
     */
    Scored score(String input, ReadingOptions reading, ModelFile model, String out, Settings settings);

    /**
     * Has the customers of an input of transactions written, by the rules of {@link segmentation.rfm.RfmTable} and in its order.
     *
     * @param scores whether the scores of {@link segmentation.rfm.RfmScores} stand beside them
     * @param out a file of this machine, of the bytes that are written without an engine; where its name ends in {@code
     *     .parquet}, a folder that is not there yet, in parts
     * @throws DataException as {@link #open}, and where the rules refuse the input; nothing is written then
     */
    Customers rfm(
            String input,
            TransactionColumns columns,
            RfmOptions options,
            boolean scores,
            String out,
            Settings settings);

    /**
     * What transactions came to.
     *
     * @param groups the table of {@link segmentation.rfm.RfmScores}; empty where no scores were asked for
     */
    record Customers(RfmSummary summary, Optional<ResultTable> groups) {}

    /**
     * How many rows were given what.
     *
     * @param rows of each segment, 1 first
     * @param unlike how many of them are farther out than all in training
     * @param none rows without a segment
     */
    record Scored(List<Long> rows, List<Long> unlike, long none) {

        /** Copies the lists. */
        public Scored {
            rows = List.copyOf(rows);
            unlike = List.copyOf(unlike);
        }

        /** Returns the number of rows that have a segment. */
        public long placed() {
            return rows.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * How an engine is reached and how much of the customers is asked for.
     *
     * @param master address of the cluster; empty for what the engine takes by itself
     * @param settings of the engine by name, passed through as they are
     * @param sample the most rows that are wanted here; empty for what the engine holds for right
     * @param seed of the sample
     */
    record Settings(Optional<String> master, Map<String, String> settings, OptionalInt sample, long seed) {

        /** Copies the map; throws {@link IllegalArgumentException} where the sample has fewer than 100 rows. */
        public Settings {
            settings = Map.copyOf(settings);
            if (sample.orElse(LEAST_SAMPLE) < LEAST_SAMPLE) {
                throw new IllegalArgumentException(
                        "A sample needs at least %d rows, got %d".formatted(LEAST_SAMPLE, sample.getAsInt()));
            }
        }
    }

    /** The fewest rows of a sample. */
    int LEAST_SAMPLE = 100;

    /** Returns the engine of a word, or says in one sentence what to fetch where its library is not there. */
    static Engine needed(String word) {
        return named(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Apache Spark is not here; fetch it once with environment/segment-spark, then try again"));
    }

    /** Returns the engine of a word; empty where its library is not there. */
    static Optional<Engine> named(String word) {
        List<Engine> known = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.word().equals(word))
                .toList();
        return known.stream().findFirst();
    }
}
