package segmentation.kernel.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.kernel.EmbeddedKernel;

class SourceCommentsTest {
    private static final String SOURCE = """
            package shop.till;

            /**
             * A sum of money.
             *
             * @param cents at least 0
             * @param currency in three letters,
             *     as the bank has it
             */
            public record Money(long cents, String currency) {
                /** No money at all. */
                public static final Money NONE = new Money(0, "EUR");

                /** Rejects debts. */
                public Money {}

                /** Adds two sums. */
                public Money plus(Money other) { return this; }

                /** Adds cents. */
                public Money plus(long more) { return this; }

                /** Adds many. */
                public <T extends Money> Money all(java.util.List<T> list, T... more) { return this; }

                public void silent() {}

                /** Builds sums. */
                public static final class Builder {
                    /** Takes the cents. */
                    public Builder cents(long cents) { return this; }
                }

                /** What is given back. */
                public record Change(long back) {}

                /** What it is worth. */
                enum Worth {
                    /** Hardly anything. */
                    LITTLE
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static SourceComments comments;

    @BeforeAll
    static void write() throws IOException {
        jar("till-sources.jar", Map.of("shop/till/Money.java", SOURCE));
        comments = SourceComments.beside(String.join(
                File.pathSeparator, "none.jar", folder.resolve("till.jar").toString(), "classes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop.till.Money | A sum of money.",
                "Money Money.plus(Money other) | Adds two sums.",
                "shop.till.Money shop.till.Money.plus(shop.till.Money other) | Adds two sums.",
                "Money Money.plus(long more) | Adds cents.",
                "Money Money(long cents, String currency).plus(long more) | Adds cents.",
                "Money Money.all(List<T> list, T... more) | Adds many.",
                "long shop.till.Money.cents() | at least 0",
                "'String Money(long cents, String currency).currency()' | as the bank has it",
                "'shop.till.Money(long cents, String currency)' | Rejects debts.",
                "'Money(long cents, String currency)(long cents, String currency)' | Rejects debts.",
                "shop.till.Money.Change(long back) | What is given back.",
                "shop.till.Money.Builder shop.till.Money.Builder.cents(long cents) | Takes the cents.",
                "shop.till.Money.Builder | Builds sums.",
                "shop.till.Money.Worth.LITTLE | Hardly anything.",
                "Money.NONE | No money at all.",
                "mine:shop.till.Money | A sum of money.",
            })
    void findTheJavadocOfWhatASignatureDescribes(String signature, String javadoc) {
        assertThat(comments.of(signature))
                .hasValueSatisfying(text -> assertThat(text).contains(javadoc));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "void Money.silent()",
                "Money Money.plus(String other)",
                "other.place.Money",
                "Nothing",
                "int",
                "''",
                "String String.trim()",
            })
    void findNothingWhereThereIsNone(String signature) {
        assertThat(comments.of(signature)).isEmpty();
    }

    @Test
    void areNotMissedWhereAFileCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("bad-sources.jar"), "no jar");

        assertThat(SourceComments.beside(folder.resolve("bad.jar").toString()).of("shop.till.Money"))
                .isEmpty();
        assertThat(SourceComments.beside("").of("shop.till.Money")).isEmpty();
    }

    @Test
    void areShownForAClassThatACellBrings() throws IOException {
        jar("empty.jar", Map.of());
        jar("empty-sources.jar", Map.of("Till.java", "/** Counts {@code money}. */ class Till {}"));
        try (EmbeddedKernel kernel = EmbeddedKernel.start(folder)) {
            kernel.run("%classpath empty.jar\nclass Till {}");

            assertThat(kernel.kernel().inspect("Till", 2, false))
                    .extracting("data")
                    .asString()
                    .contains("Counts money.");
        }
    }

    private static void jar(String name, Map<String, String> files) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (var entry : files.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
