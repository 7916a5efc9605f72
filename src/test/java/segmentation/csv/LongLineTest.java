package segmentation.csv;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongLineTest {
    private static final String LONGEST = "x".repeat(10_000_000);

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void takesLinesOfTenMillionCharactersAndRefusesOneMore(String end) {
        String text = "a" + end + LONGEST + end + LONGEST;

        assertThatNoException().isThrownBy(() -> LongLine.refuse(text, "file"));
        assertThatThrownBy(() -> LongLine.refuse(text + "x" + end + "b", "file"))
                .hasMessageStartingWith("file, line 3: found a line of more than 10,000,000 characters");
    }
}
