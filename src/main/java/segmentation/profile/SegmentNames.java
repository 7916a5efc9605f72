package segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.Feature;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.text.Wording;

/**
 * Short names that people use for segments, such as {@code Careful high earners}: neutral, all different, never the name of
 * a column.
 *
 * <p>What a feature is about is told from its words: income, spending, purchases, age, deals, family, experience. A
 * segment's {@link Level} on each of these, the mean over its features, picks a word from a small catalogue; features
 * of none of these count as high or low together. Segments that would share a name get one more word where they differ, or else
 * their size, or else their number.
 */
final class SegmentNames {
    private SegmentNames() {}

    /** What a feature can be about, and how its words tell. */
    private enum Subject {
        INCOME("income|salary|earning", "", ""),
        SPENDING("spend|spent|revenue|monetary|sales|turnover|amount|^mnt|\\bmnt", "", ""),
        DEALS("deal|discount|coupon|promo", "keen on deals", "rarely on deals"),
        LOOKING("web ?visit|session|click|page view", "who look around a lot", "who look around little"),
        RECENCY("recency|days since", "not seen lately", "seen lately"),
        BASKET("basket|order value|average order", "with large baskets", "with small baskets"),
        PURCHASES("purchase|order|frequency|transaction|trips|visit", "who come often", "who come seldom"),
        AGE("\\bage\\b", "Older", "Younger"),
        FAMILY("family|household|child|kids|teen", "with larger families", "in smaller households"),
        EXPERIENCE("experience|tenure|seniority", "long in their profession", "new in their profession");

        private final Pattern words;
        private final String high;
        private final String low;

        Subject(String words, String high, String low) {
            this.words = Pattern.compile(words);
            this.high = high;
            this.low = low;
        }

        private static Optional<Subject> of(Feature feature) {
            String told = (feature.column() + " " + feature.name() + " " + feature.noun())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', ' ');
            return Arrays.stream(values())
                    .filter(subject -> subject.words.matcher(told).find())
                    .findFirst();
        }

        private String word(Level level) {
            return level == Level.MEDIUM ? "" : level == Level.HIGH ? high : low;
        }
    }

    /** By level of income, each by level of spending: low, medium, high. */
    private static final String[][] BY_BOTH = {
        {"Careful small budgets", "Steady small budgets", "Eager spenders on small incomes"},
        {"Careful average earners", "Everyday customers", "Eager average earners"},
        {"Careful high earners", "Measured high earners", "Free-spending high earners"}
    };

    private static final String[] BY_SPENDING = {"Light spenders", "Average spenders", "Big spenders"};
    private static final String[] BY_INCOME = {"Small budgets", "Average earners", "High earners"};
    private static final String[] BY_PURCHASES = {"Occasional buyers", "Regular buyers", "Frequent buyers"};

    /** Returns a name for each segment, in order. */
    static List<String> of(List<List<FeatureFigures>> segments) {
        List<Map<Subject, Level>> levels =
                segments.stream().map(SegmentNames::levels).toList();
        List<String> names = IntStream.range(0, segments.size())
                .mapToObj(i -> base(levels.get(i), segments.get(i)))
                .toList();
        for (Subject subject : Subject.values()) {
            names = toldApart(names, levels, subject);
        }
        List<String> all = names;
        return IntStream.range(0, all.size())
                .mapToObj(i -> Collections.frequency(all, all.get(i)) == 1
                        ? all.get(i)
                        : "%s, group %d".formatted(all.get(i), i + 1))
                .toList();
    }

    private static Map<Subject, Level> levels(List<FeatureFigures> figures) {
        Map<Subject, List<Double>> deviations = new EnumMap<>(Subject.class);
        figures.forEach(figure -> Subject.of(figure.feature())
                .ifPresent(subject -> deviations
                        .computeIfAbsent(subject, none -> new ArrayList<>())
                        .add(figure.deviations())));
        Map<Subject, Level> levels = new EnumMap<>(Subject.class);
        deviations.forEach((subject, found) -> levels.put(
                subject,
                Level.ofDeviations(found.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())));
        return levels;
    }

    private static String base(Map<Subject, Level> levels, List<FeatureFigures> figures) {
        Optional<Level> income = Optional.ofNullable(levels.get(Subject.INCOME));
        Optional<Level> spending = Optional.ofNullable(levels.get(Subject.SPENDING));
        Optional<Level> purchases = Optional.ofNullable(levels.get(Subject.PURCHASES));
        String noun = income.flatMap(earned -> spending.map(spent -> BY_BOTH[earned.ordinal()][spent.ordinal()]))
                .or(() -> spending.map(level -> BY_SPENDING[level.ordinal()]))
                .or(() -> income.map(level -> BY_INCOME[level.ordinal()]))
                .or(() -> purchases.map(level -> BY_PURCHASES[level.ordinal()]))
                .orElseGet(() -> ofUnknown(levels, figures));
        String age = Optional.ofNullable(levels.get(Subject.AGE))
                .map(Subject.AGE::word)
                .orElse("");
        return age.isEmpty() ? noun : age + " " + Wording.uncapitalised(noun);
    }

    /** Names a segment by how many of its features are high and low, or by the subjects that are known. */
    private static String ofUnknown(Map<Subject, Level> levels, List<FeatureFigures> figures) {
        Optional<String> known = Stream.of(Subject.EXPERIENCE, Subject.FAMILY, Subject.DEALS)
                .flatMap(subject -> Optional.ofNullable(levels.get(subject)).map(subject::word).stream())
                .filter(word -> !word.isEmpty())
                .findFirst();
        if (known.isPresent()) {
            return "Customers " + known.get();
        }
        long high =
                figures.stream().filter(figure -> figure.level() == Level.HIGH).count();
        long low =
                figures.stream().filter(figure -> figure.level() == Level.LOW).count();
        if (high + low == 0) {
            return "Close to all customers";
        }
        return high == 0 ? "Below the others" : low == 0 ? "Above the others" : "High in part, low in part";
    }

    private static List<String> toldApart(List<String> names, List<Map<Subject, Level>> levels, Subject subject) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> {
                    List<Level> sharers = IntStream.range(0, names.size())
                            .filter(j -> names.get(j).equals(names.get(i)))
                            .mapToObj(j -> levels.get(j).get(subject))
                            .distinct()
                            .toList();
                    String word = sharers.size() > 1 && subject != Subject.AGE
                            ? Optional.ofNullable(levels.get(i).get(subject))
                                    .map(subject::word)
                                    .orElse("")
                            : "";
                    return word.isEmpty() || names.get(i).endsWith(word) ? names.get(i) : names.get(i) + " " + word;
                })
                .toList();
    }
}
