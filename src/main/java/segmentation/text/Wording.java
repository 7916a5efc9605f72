package segmentation.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How titles, alt texts and sentences put lists and numbers into words. */
public final class Wording {
    private static final Pattern AVERAGES = Pattern.compile("^(mean|average|median)\\b", Pattern.CASE_INSENSITIVE);

    private Wording() {}

    /** Joins words as in {@code age, income and spending}; one word stays as it is. */
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Puts a name within a sentence; an abbreviation such as BMI and a code such as SeniorCitizen stay as they are. */
    public static String uncapitalised(String name) {
        String first = name.split(" ", 2)[0];
        return first.chars().skip(1).anyMatch(Character::isUpperCase)
                ? name
                : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Starts a sentence with a capital letter. */
    public static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Names the mean of something, as in {@code mean income}; what is a mean by its name, such as {@code mean basket}, is so called. */
    public static String mean(String noun) {
        return AVERAGES.matcher(noun).find() ? noun : "mean " + noun;
    }

    /** Counts things, as in {@code 1 customer} and {@code 2,240 customers}. */
    public static String count(long number, String thing) {
        return count(number, thing, thing + "s");
    }

    /** Counts things whose plural is not made by an s, as in {@code 20 copies}. */
    public static String count(long number, String thing, String things) {
        return NumberText.count(number) + " " + (number == 1 ? thing : things);
    }

    /** Calls a segment by its number, and its name where there is one. */
    public static String segment(int label, List<String> names) {
        return names.isEmpty() ? Integer.toString(label) : label + " " + names.get(label - 1);
    }
}
