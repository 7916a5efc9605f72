package segmentation.data.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time that a cell holds behind its date. */
class TimeOfDayTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                " 8:26|30360",
                " 08:26:07|30367",
                "T08:26:07|30367",
                "T08:26:07Z|30367",
                " 08:26:07 UTC|30367",
                " 08:26:07+00:00|30367",
                " 0:00|0",
                " 12:00 AM|0",
                " 12:00 PM|43200",
                " 1:05 p.m.|47100",
                ", 1:05:09 pm|47109",
                "  23:59:59|86399",
                ":08:26:07 +0000|30367",
                ":08:26:07 +0100|26767",
                " 8.26 Uhr|30360",
                " 08.26|30360",
                " 8h26|30360",
                " 08時26分|30360",
                "T082607|30367",
                "082607Z|30367",
            })
    void readsTheUsualWays(String rest, long seconds) {
        assertThat(TimeOfDay.micros(rest)).hasValue(seconds * 1_000_000);
    }

    @ParameterizedTest
    @CsvSource({"T00:00:00.5, 500000", "'T00:00:00,25', 250000", "T00:00:00.1234567, 123456"})
    void readsFractionsToTheMicrosecond(String rest, long micros) {
        assertThat(TimeOfDay.micros(rest)).hasValue(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 24:01",
                " 24:00:01",
                " 8:60",
                " 8:26:60",
                " 13:00 PM",
                " 0:30 AM",
                " 8",
                "8:26",
                " noon",
                "T08:26+25:00",
                " 8:26 x"
            })
    void refusesWhatIsNoTime(String rest) {
        assertThat(TimeOfDay.micros(rest)).isEmpty();
    }

    @Test
    void takesNoTimeForMidnight() {
        assertThat(TimeOfDay.micros("")).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "12/1/2010 8:26, 12/1/2010",
        "2010-12-01T08:26, 2010-12-01",
        "1.12.2010, 1.12.2010",
        "14 Nov 2024 8:43 PM, 14 Nov 2024",
        "'November 14, 2024, 8:43', 'November 14, 2024'",
        "20241114T08:43:00+02:00, 20241114",
        "01/Jan/2024:08:26:07 +0000, 01/Jan/2024",
        "01.01.2024 08.26, 01.01.2024",
        "20240101082607, 20240101",
        "2024010108260, 2024010108260",
        "soon, soon",
        "'', ''"
    })
    void splitsTheDateOff(String cell, String date) {
        assertThat(TimeOfDay.datePart(cell)).isEqualTo(date);
    }
}
