package segmentation.data.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a dataset's catalogue knows for a report, beside the advice: questions, what is money, what others published.
 *
 * @param money columns whose sum is what a customer spent; empty where the file has no money
 * @param moneyNoun what that sum is called within a sentence, such as {@code spending}
 * @param channels columns that count purchases by channel; empty where none are known
 * @param campaigns columns that are 1 for those who accepted an earlier campaign
 * @param kinds columns on who customers are, of text or of small counts, such as their education or their children
 * @param campaign a campaign that was run on these customers; empty where none is known
 * @param topics what is asked of these customers, special before general
 */
public record Briefing(
        List<String> money,
        String moneyNoun,
        List<String> channels,
        List<String> campaigns,
        List<String> kinds,
        Optional<Campaign> campaign,
        List<Topic> topics) {

    /** A file of which nothing is known. */
    public static final Briefing NONE =
            new Briefing(List.of(), "", List.of(), List.of(), List.of(), Optional.empty(), List.of());

    /** Copies the lists. */
    public Briefing {
        money = List.copyOf(money);
        channels = List.copyOf(channels);
        campaigns = List.copyOf(campaigns);
        kinds = List.copyOf(kinds);
        topics = List.copyOf(topics);
    }

    /** Returns the first topic all of whose features are among these, by title; empty where none fits. */
    public Optional<Topic> topic(List<String> features) {
        Set<String> known = Set.copyOf(features);
        return topics.stream()
                .filter(topic -> known.containsAll(topic.features()))
                .findFirst();
    }

    /**
     * A campaign that was sent to all customers.
     *
     * @param name such as {@code the last campaign}
     * @param answer column that is 1 for those who accepted
     * @param cost column that holds the cost of a contact
     * @param revenue column that holds the revenue of an acceptance
     */
    public record Campaign(String name, String answer, String cost, String revenue) {}

    /**
     * One question asked of the customers, for segments made of certain features.
     *
     * @param features titles of the features that the segments are made of
     * @param question what the reader wants to know, one sentence
     * @param caveat the one thing that must not be forgotten, one or two sentences
     * @param published what others published on the question; empty where nothing is known
     */
    public record Topic(List<String> features, String question, String caveat, Optional<PublishedText> published) {

        /** Copies the list. */
        public Topic {
            features = List.copyOf(features);
        }
    }

    /**
     * A text that others published on the same file.
     *
     * @param title what it is about
     * @param source who published it, where and when, as far as that is known
     * @param claims its statements and pieces of advice
     */
    public record PublishedText(String title, String source, List<Claim> claims) {

        /** Copies the list. */
        public PublishedText {
            claims = List.copyOf(claims);
        }
    }

    /**
     * One statement of a published text, or one piece of its advice, to be held against the file.
     *
     * @param text the statement, in our words
     * @param who the customers it is about: the level asked of each column, by its name; empty for all customers
     * @param column the column it makes a statement on, and, after an equals sign, the value it names, such as
     *     {@code Profession=Artist}; empty where it makes none that the file could answer
     * @param expected the level that these customers have on the column if the statement holds: {@code low}, {@code medium}
     *     or {@code high}; empty where none is stated
     * @param unknown what would have to be known to answer it; empty where the file has what is needed
     * @param instead what to do instead, or beside it
     */
    public record Claim(
            String text, Map<String, String> who, String column, String expected, String unknown, String instead) {

        /** Copies the map. */
        public Claim {
            who = Map.copyOf(who);
        }
    }
}
