package segmentation.data.value;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a column of regions, continents or countries, in which NA is North America or Namibia and not a missing value. */
public final class RegionCodes {
    private static final Set<String> REGIONS = Set.of(
            "EMEA",
            "APAC",
            "LATAM",
            "AMER",
            "AMERICAS",
            "NAM",
            "NORAM",
            "NOAM",
            "SAM",
            "MEA",
            "ANZ",
            "APJ",
            "ASEAN",
            "BENELUX",
            "DACH",
            "NORDICS",
            "CEE",
            "CIS",
            "GCC",
            "MENA",
            "SEA",
            "EU",
            "AF",
            "AS",
            "SA",
            "OC",
            "AN",
            "UK",
            "ROW",
            "APEC",
            "LAC",
            "JAPAC",
            "EMEIA",
            "EAME",
            "AP",
            "LA",
            "EE",
            "WE");
    private static final Set<String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .filter(code -> !code.equals("NA"))
            .collect(Collectors.toUnmodifiableSet());
    private static final int FEWEST = 2;

    private RegionCodes() {}

    /**
     * Says whether NA is a region among these: at least two different other cells are codes, as many as are not, and they
     * are no words for yes and no, which Norway and Slovenia share their codes with.
     *
     * @param others the different cells of the column besides NA and those that are missing
     */
    public static boolean fit(Collection<String> others) {
        List<String> codes = others.stream()
                .filter(cell -> REGIONS.contains(cell) || COUNTRIES.contains(cell))
                .toList();
        boolean answers = others.stream().allMatch(cell -> YesNo.value(cell).isPresent());
        return codes.size() >= FEWEST && 2 * codes.size() >= others.size() && !answers;
    }
}
