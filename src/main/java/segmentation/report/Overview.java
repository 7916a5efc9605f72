package segmentation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import segmentation.analysis.Evidence;
import segmentation.data.dataset.AdviceRule;
import segmentation.data.dataset.Briefing.Topic;
import segmentation.data.dataset.DataSource;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.StabilityBand;
import segmentation.plot.Picture;
import segmentation.plot.ProfilePlot;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Bar;
import segmentation.report.ReportDocument.Decision;
import segmentation.report.ReportDocument.Decisions;
import segmentation.report.ReportDocument.Facts;
import segmentation.report.ReportDocument.Glance;
import segmentation.report.ReportDocument.Glances;
import segmentation.report.ReportDocument.Point;
import segmentation.stats.SampleSize;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The first two pages of a report, without a word of statistics: what to decide, who the segments are, what it may earn, how
 * to test it, what to keep in mind.
 */
final class Overview {
    private static final int BARS = 3;
    private static final int DECISIONS = 3;

    private final SegmentProfiles profiles;
    private final List<AdviceRule> catalogue;
    private final Evidence evidence;
    private final Optional<Contrasts> contrasts;
    private final Optional<Subject> subject;

    Overview(
            SegmentProfiles profiles,
            List<AdviceRule> catalogue,
            Evidence evidence,
            Optional<Contrasts> contrasts,
            Optional<Subject> subject) {
        this.profiles = profiles;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.contrasts = contrasts;
        this.subject = subject;
    }

    /** A segment with the advice that fits it. */
    private record Advised(SegmentProfile segment, AdviceRule advice) {}

    String question() {
        return topic().map(Topic::question)
                .orElse("Which kinds of customers are there, and what is worth doing for each?");
    }

    /** Returns the answer in one sentence: whether to plan, on how many kinds of customers, and where to begin. */
    String answer() {
        String who = "%s %s"
                .formatted(
                        NumberText.count(customers()),
                        subject.map(Subject::population).orElse("customers"));
        if (isNoGroup()) {
            return ("Do not plan on this file: the %s show no natural groups, and customers put together at random would"
                            + " fall into %d segments as good.")
                    .formatted(who, profiles.segments().size());
        }
        SegmentProfile first = byUrgency().get(0);
        return "The %s fall into %d segments%s; begin with the %s (%s)."
                .formatted(who, profiles.segments().size(), clearness(), quoted(first), size(first));
    }

    private String clearness() {
        return evidence.verdict()
                .map(verdict -> switch (verdict) {
                    case CLEAR -> " that are clearly there";
                    case WEAK -> ", useful to plan with though their borders are blurred";
                    case NONE -> "";
                })
                .orElse("");
    }

    Decisions decisions() {
        if (isNoGroup()) {
            return new Decisions(List.of(
                    new Decision(
                            "Give none of these segments a budget.",
                            "They are lines drawn through one crowd; another sample would draw others.",
                            "Nothing; it saves what a plan for each of them would cost."),
                    new Decision(
                            "Decide which data to collect next.",
                            "What customers bought, when and through which channel; then segment again.",
                            "Days of work ____ × cost of a day ____ = ____."),
                    new Decision(
                            "Until then, test one offer on all.",
                            "Half of all customers, drawn by lot, get it; what the halves spend tells whether it pays.",
                            prospects().costOfAny(customers() / 2))));
        }
        List<Advised> advised = advised();
        return new Decisions(
                advised.isEmpty()
                        ? ofUnknownFile()
                        : advised.stream().limit(DECISIONS).map(this::decision).toList());
    }

    private Decision decision(Advised advised) {
        String decision = advised.advice().plan().decision();
        return new Decision(
                decision.isEmpty() ? "Decide on the %s.".formatted(quoted(advised.segment())) : decision,
                "%s (%s). %s"
                        .formatted(
                                advised.segment().shortName(),
                                size(advised.segment()),
                                advised.advice().action()),
                prospects().cost(advised.segment()));
    }

    private List<Decision> ofUnknownFile() {
        SegmentProfile first = byUrgency().get(0);
        SegmentProfile oddest = profiles.segments().stream()
                .filter(segment -> segment.number() != first.number()
                        || profiles.segments().size() == 1)
                .max(Comparator.comparingDouble(Overview::distance))
                .orElseThrow();
        return List.of(
                new Decision(
                        "Decide who looks after the %s.".formatted(quoted(first)),
                        "They are %s; somebody who knows these customers should say what lies behind the figures."
                                .formatted(size(first)),
                        prospects().cost(first)),
                new Decision(
                        "Decide what to ask the %s.".formatted(quoted(oddest)),
                        "Of the others they differ most from all customers: %s."
                                .formatted(Wording.uncapitalised(
                                        bars(oddest).get(0).text())),
                        prospects().cost(oddest)),
                testOfUnknownFile());
    }

    private Decision testOfUnknownFile() {
        SampleSize usual = SampleSize.usual();
        String decision = "Choose one offer and test it before any plan.";
        Optional<SegmentProfile> enough = byUrgency().stream()
                .filter(segment -> usual.fits(segment.size()))
                .findFirst();
        if (enough.isPresent()) {
            return new Decision(
                    decision,
                    "On the %s, half of them drawn by lot; the other half shows what would have happened anyway."
                            .formatted(quoted(enough.get())),
                    prospects().costOfAny(enough.get().size() / 2));
        }
        return new Decision(
                decision,
                usual.fits(customers())
                        ? "On all customers, half of them drawn by lot: one segment alone is too small to show a difference."
                        : "Over several rounds, as even all customers together are too few for one test.",
                prospects().costOfAny(usual.fits(customers()) ? customers() / 2 : customers()));
    }

    private Prospects prospects() {
        return new Prospects(profiles, subject);
    }

    private int customers() {
        return profiles.segments().stream().mapToInt(SegmentProfile::size).sum();
    }

    Glances glances() {
        return new Glances(profiles.segments().stream().map(this::glance).toList());
    }

    private Glance glance(SegmentProfile segment) {
        List<Point> points = new ArrayList<>();
        advice(segment).ifPresent(advice -> {
            points.add(new Point("Who.", advice.who()));
            if (!isNoGroup()) {
                points.add(new Point("What to do.", advice.action()));
            }
        });
        points.add(new Point("How sure.", sureness(segment)));
        return new Glance(segment.number(), segment.shortName(), segment.name(), size(segment), bars(segment), points);
    }

    private List<Bar> bars(SegmentProfile segment) {
        List<Bar> told = contrasts.stream()
                .flatMap(known -> known.ofSegment(segment.number()).stream())
                .map(contrast -> new Bar(
                        Wording.capitalised(contrast.sentence()).replace(" of all customers", " of all"),
                        contrast.deviations()))
                .limit(BARS)
                .toList();
        return told.isEmpty()
                ? segment.figures().stream()
                        .sorted(Comparator.comparingDouble(figure -> -Math.abs(figure.deviations())))
                        .limit(BARS)
                        .map(this::bar)
                        .toList()
                : told;
    }

    private Bar bar(FeatureFigures figures) {
        int place = profiles.segment(1).figures().stream()
                .map(FeatureFigures::feature)
                .toList()
                .indexOf(figures.feature());
        return new Bar(
                "%s %s"
                        .formatted(
                                Wording.capitalised(
                                        Wording.mean(figures.feature().noun())),
                                (NumberText.signed(NumberText.within(
                                                        figures.feature().noun(),
                                                        profiles.range(place),
                                                        figures.mean()))
                                                + " "
                                                + figures.feature().unit())
                                        .strip()),
                figures.deviations());
    }

    private String sureness(SegmentProfile segment) {
        String words = evidence.stability()
                .map(known -> sureness(known.band(segment.number())))
                .orElse("It was not tested whether they come back in another sample.");
        return isNoGroup() ? "No natural group: a part of an even crowd." : words;
    }

    private static String sureness(StabilityBand band) {
        return switch (band) {
            case HIGHLY_STABLE -> "Very: in samples drawn anew the same customers stay together.";
            case STABLE -> "Fairly: in samples drawn anew most of them stay together.";
            case DOUBTFUL -> "Little: in samples drawn anew many of them change sides.";
            case UNSTABLE -> "Not at all: in samples drawn anew this segment falls apart.";
        };
    }

    /** Returns the heat map of what the segments are like; empty where so few features say it that a scatter shows all. */
    Optional<Picture> profilePicture() {
        return profiles.segment(1).figures().size() > 2
                ? Optional.of(ProfilePlot.heatMap(profiles, profiles.shortNames()))
                : Optional.empty();
    }

    /** Returns the same as lines that are followed from feature to feature; empty where the heat map is. */
    Optional<Picture> profileLines() {
        return profiles.segment(1).figures().size() > 2
                ? Optional.of(ProfilePlot.snake(profiles, profiles.shortNames()))
                : Optional.empty();
    }

    /** Returns what it may earn, how to test it, and last the caveat. */
    Facts facts() {
        SegmentProfile first = byUrgency().get(0);
        return new Facts(List.of(
                new Point("What it may earn", prospects().earnings(first)),
                new Point("What to test", prospects().test(first)),
                new Point("What to keep in mind", caveat())));
    }

    private String caveat() {
        boolean madeUp = subject.map(known -> known.customers().source().origin() == DataSource.Origin.STAND_IN)
                .orElse(false);
        return (madeUp ? "These are made-up customers, in place of the published ones: decide nothing by them. " : "")
                + topic().map(Topic::caveat)
                        .orElse("A difference between segments is no cause: what moves customers, only a trial shows.");
    }

    /** Returns the segments with their advice, what comes first by the catalogue first; empty where nothing is known. */
    private List<Advised> advised() {
        return profiles.segments().stream()
                .flatMap(segment -> advice(segment).map(advice -> new Advised(segment, advice)).stream())
                .sorted(Comparator.comparingInt(each -> each.advice().plan().rank()))
                .toList();
    }

    private List<SegmentProfile> byUrgency() {
        List<Advised> advised = advised();
        return advised.isEmpty()
                ? profiles.segments().stream()
                        .sorted(Comparator.comparingDouble(
                                segment -> -moneyShare(segment).orElse(segment.share())))
                        .toList()
                : advised.stream().map(Advised::segment).toList();
    }

    private Optional<AdviceRule> advice(SegmentProfile segment) {
        return catalogue.isEmpty() ? Optional.empty() : Optional.of(segment.advice(catalogue));
    }

    private Optional<Topic> topic() {
        return subject.flatMap(Subject::topic);
    }

    private boolean isNoGroup() {
        return evidence.verdict().filter(GroupVerdict.NONE::equals).isPresent();
    }

    private Optional<Double> moneyShare(SegmentProfile segment) {
        return subject.flatMap(Subject::money).map(money -> money.shares()[segment.number() - 1]);
    }

    private String size(SegmentProfile segment) {
        return Stream.concat(
                        Stream.of("%s, %s of all"
                                .formatted(
                                        Wording.count(segment.size(), "customer"),
                                        NumberText.percent(segment.share()))),
                        subject.flatMap(Subject::money).stream()
                                .map(money -> "%s of the %s"
                                        .formatted(
                                                NumberText.percent(money.shares()[segment.number() - 1]),
                                                money.noun())))
                .reduce("%s and %s"::formatted)
                .orElseThrow();
    }

    private static String quoted(SegmentProfile segment) {
        return Wording.uncapitalised(segment.shortName());
    }

    private static double distance(SegmentProfile segment) {
        return segment.figures().stream()
                .mapToDouble(figure -> Math.abs(figure.deviations()))
                .max()
                .orElse(0);
    }
}
