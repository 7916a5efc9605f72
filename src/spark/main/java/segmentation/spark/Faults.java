package segmentation.spark;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segmentation.io.DataException;

/** What goes wrong on a cluster, said in one sentence: what our own code said there, else what Spark says first. */
final class Faults {
    private static final Pattern PART = Pattern.compile("(?:file|hdfs|s3a|abfss?|gs|wasbs?):[^\\s,'\"]+");
    private static final Pattern CREDENTIALS = Pattern.compile("(:/{1,2})[^/@\\s]+@");

    /** A setting, or a part of an address, whose name says that it is not for everybody. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\\w.-]*(?:secret|password|passwd|token|credential|(?:access|account)[._-]?key)[\\w.-]*[\"']?\\s*[=:]\\s*)"
                    + "(?:\"[^\"]*\"|'[^']*'|[^\\s,;&)]+)");

    /** How Java, YARN and Kubernetes, and Spark's standalone workers tell of memory that ran out. */
    private static final Pattern MEMORY = Pattern.compile(
            "OutOfMemoryError|Java heap space|GC overhead limit"
                    + "|exit(?:ed)?(?: with)?(?: code| status)?:? (?:52|137)\\b|(?:beyond|exceeding) (?:physical )?memory limits|OOMKilled");

    private static final String UNREADABLE = "FAILED_READ_FILE";
    private static final int LONGEST = 300;

    private Faults() {}

    /** Does work on the cluster. */
    static <T> T told(String input, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataException known) {
            throw known;
        } catch (StackOverflowError damaged) {
            // What reads Parquet follows what it takes for a nested structure to any depth.
            throw sentence(input, damaged);
        } catch (IllegalArgumentException known) {
            String said = String.valueOf(known.getMessage());
            throw shown(said).equals(said) ? known : new IllegalArgumentException(shown(said));
        } catch (Exception failure) {
            // Spark is written in a language that need not declare what it throws.
            throw sentence(input, failure);
        }
    }

    /** Starts a session, of which nothing but a master and settings can be wrong. */
    static <T> T started(Optional<String> master, Supplier<T> session) {
        String place = master.map(Faults::shown).orElse("Spark");
        try {
            return session.get();
        } catch (DataException known) {
            throw known;
        } catch (Exception failure) {
            throw DataException.inFile(
                    place,
                    "what Spark does not start with: " + first(shown(words(failure))),
                    "a master such as spark://host:7077, and settings that it knows",
                    "check --master and --conf");
        }
    }

    /** Returns an address, or a sentence with one or with settings, without names and passwords that may stand in it. */
    static String shown(String address) {
        return SECRET.matcher(CREDENTIALS.matcher(address).replaceAll("$1")).replaceAll("$1…");
    }

    private static RuntimeException sentence(String input, Throwable failure) {
        Optional<Throwable> ours = caused(failure, DataException.class).or(() -> rejected(failure));
        if (ours.isPresent()) {
            return ours.get() instanceof DataException said
                    ? said
                    : new IllegalArgumentException(input + ": " + ours.get().getMessage(), failure);
        }
        String words = shown(words(failure));
        if (words.contains(StackOverflowError.class.getSimpleName())) {
            return DataException.inFile(
                    input,
                    "a part that is damaged, as structures within structures stand in it without an end",
                    "whole files",
                    "write that part again");
        }
        if (MEMORY.matcher(words).find()) {
            return DataException.inFile(
                    input,
                    "an executor that ran out of memory",
                    "room for its part of the rows",
                    "give it more with --conf spark.executor.memory=4g, or make more parts with --conf"
                            + " spark.sql.files.maxPartitionBytes=32m");
        }
        return ofPart(input, words, failure);
    }

    /** Names the part that the words name, else the whole input. */
    private static DataException ofPart(String input, String words, Throwable failure) {
        Matcher part = PART.matcher(words);
        String place = part.find() ? part.group().replaceFirst("[.:]+$", "") : input;
        if (words.contains(UNREADABLE)) {
            return DataException.inFile(
                    place,
                    "what cannot be read (%s)"
                            .formatted(first(shown(root(failure).toString()))),
                    "a whole file",
                    "write this part again");
        }
        return DataException.inFile(
                place,
                "what Spark cannot work with: " + first(words),
                "rows of customers",
                "check this part and the address");
    }

    private static Optional<Throwable> caused(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    /** Finds what a method of the library refused on an executor. */
    private static Optional<Throwable> rejected(Throwable failure) {
        return caused(failure, IllegalArgumentException.class)
                .filter(cause -> cause.getStackTrace().length > 0
                        && cause.getStackTrace()[0].getClassName().startsWith("segmentation."));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String words(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            words.append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(cause.getMessage())
                    .append('\n');
        }
        return words.toString();
    }

    /** Returns the first line without what only Spark's people understand. */
    private static String first(String words) {
        String line = words.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^[\\w.$]+: ", "")
                .replaceFirst("^\\[[A-Z_.]+\\] ", "");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line.replaceFirst("[.;]\\s*$", "");
    }
}
