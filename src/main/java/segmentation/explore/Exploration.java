package segmentation.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Evidence;
import segmentation.analysis.Segmentation;
import segmentation.analysis.SegmentationPlan;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Silhouette;
import segmentation.explore.History.CustomerLabels;
import segmentation.explore.History.Line;
import segmentation.explore.History.Outcome;
import segmentation.features.FeatureMatrix;
import segmentation.io.DataException;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/**
 * The work behind the page. The newest choice wins: what is computed for older ones is stopped and tells nothing more.
 *
 * <p>First comes an answer of few starts, then the curves over k, then what {@code segment fit} gives, last the verdict.
 */
final class Exploration implements AutoCloseable {
    /** Of a first answer; its seed is that of every answer. */
    private static final KMeansOptions FIRST = KMeansOptions.defaults().withRestarts(2);

    private static final int MOST_FOR_A_SWEEP = 20_000;
    private static final String[] OF_A_CHOICE = {"segments", "curves", "verdict", "working", "failed"};

    private final Events events;
    private final History history = new History();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> daemon(work, "explore"));
    private Optional<ExploredData> data = Optional.empty();
    private Optional<Future<?>> running = Optional.empty();
    private Optional<Answer> answer = Optional.empty();
    private Optional<Segmentation> computed = Optional.empty();
    private Optional<Prepared> prepared = Optional.empty();

    /** What serves every k of a choice: where the customers are, and the sweep once it is there. */
    private record Prepared(Choice choice, Scene scene, Optional<KSelection> sweep) {}

    Exploration(Events events) {
        this.events = events;
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins anew with other customers. */
    synchronized void explore(ExploredData other) {
        stop();
        data = Optional.of(other);
        prepared = Optional.empty();
        answer = Optional.empty();
        history.clear();
        events.tell("data", other.toJson());
        choose(other.first());
    }

    /** Starts the work for a choice; refuses at once what cannot be meant, with the screen as it was. */
    synchronized Line choose(Choice choice) {
        Segmentation segmentation = choice.of(known().all());
        stop();
        Line line = history.add(choice, segmentation);
        start(line);
        return line;
    }

    /** Puts an earlier line on the screen again. */
    synchronized void show(int number) {
        stop();
        start(history.show(number));
    }

    /** Goes to the line so many places from the one on the screen; stays where there is none. */
    synchronized void step(int places) {
        history.beside(places).ifPresent(line -> show(line.number()));
    }

    synchronized void call(int number, String name) {
        history.call(number, name);
        events.tell("history", history.toJson());
    }

    synchronized ExploredData known() {
        return data.orElseThrow(() -> new IllegalArgumentException("Open a file first: drop it on the page."));
    }

    History history() {
        return history;
    }

    /** Returns the line on the screen. */
    Line current() {
        return history.current().orElseThrow(() -> new IllegalArgumentException("Nothing has been chosen yet."));
    }

    /** Returns the segments on the screen; empty before the first answer. */
    synchronized Optional<Answer> answer() {
        return answer;
    }

    /** Returns the segmentation on the screen where it is refined, with what was computed of it. */
    synchronized Optional<Segmentation> computed() {
        return computed;
    }

    private void stop() {
        running.ifPresent(work -> work.cancel(true));
        running = Optional.empty();
    }

    private void start(Line line) {
        events.forget(OF_A_CHOICE);
        computed = Optional.empty();
        events.tell("history", history.toJson());
        tellWorking(line, "the first answer");
        running = Optional.of(worker.submit(() -> work(line)));
    }

    private void work(Line line) {
        try {
            answer(line);
        } catch (CancellationException stopped) {
            // A newer choice is being worked for.
            return;
        } catch (DataException | IllegalArgumentException wrong) {
            fail(line, Events.words(wrong));
        } catch (OutOfMemoryError tooMuch) {
            fail(line, "The memory of this command is not enough for that; choose fewer columns.");
        } catch (RuntimeException fault) {
            fail(line, "That went wrong on our side: %s. Choose something else.".formatted(fault));
        }
    }

    private void answer(Line line) {
        int k = line.choice().k();
        // Neither has a say where k is given, and both take long.
        Segmentation quick = line.segmentation().skip(CostlyPart.GAP, CostlyPart.PREDICTION_STRENGTH);
        Segmentation work = (k == 0 ? line.segmentation() : quick).heardBy(stage -> tellWorking(line, stage));
        Prepared known = prepared(line.choice(), work);
        Optional<KSelection> refined = known.sweep().filter(sweep -> k > 0 && k <= sweep.kMax());
        if (refined.isPresent()) {
            // Only k was changed, and it has been tried.
            show(line, answer(known.scene(), refined.get(), k, true));
            show(line, refined.get(), true, "");
        } else {
            firstAnswer(line, known.scene());
        }
        if (work.plan().sweeps()) {
            KSelection sweep = work.selection();
            keep(new Prepared(line.choice(), known.scene(), Optional.of(sweep)));
            show(line, sweep, true, k == 0 ? sweep.recommendation().sentence() : "");
        }
        show(line, new Answer(known.scene(), work.model(), work.silhouette(), work.profiles(), true));
        judge(line, work);
    }

    private void firstAnswer(Line line, Scene scene) {
        FeatureMatrix matrix = scene.prepared().matrix();
        int k = line.choice().k();
        boolean few = matrix.rows() <= MOST_FOR_A_SWEEP;
        if (k == 0) {
            KSelection sweep = firstSweep(matrix);
            show(line, answer(scene, sweep, sweep.bestBySilhouette(), false));
            show(line, sweep, false, "");
        } else {
            KMeansModel model = KMeans.ofStarts(matrix, k, FIRST);
            show(line, Answer.of(scene, model, Silhouette.of(matrix, model.labels(), FIRST.seed()), false));
            if (few) {
                show(line, firstSweep(matrix), false, "");
            }
        }
    }

    private static Answer answer(Scene scene, KSelection sweep, int k, boolean refined) {
        return Answer.of(scene, sweep.model(k), sweep.profile(k), refined);
    }

    /** Returns what was prepared for the choice before where only k differs. */
    private Prepared prepared(Choice choice, Segmentation work) {
        Optional<Prepared> before = kept();
        Optional<Prepared> same = before.filter(known -> known.choice().withK(0).equals(choice.withK(0)));
        Prepared known = same.orElseGet(() -> new Prepared(choice, Scene.of(work.prepared()), Optional.empty()));
        keep(known);
        return known;
    }

    private synchronized Optional<Prepared> kept() {
        return prepared;
    }

    private synchronized void keep(Prepared known) {
        prepared = Optional.of(known);
    }

    /** Sweeps with one start, plain K-Means without the search that takes most of the time. */
    private static KSelection firstSweep(FeatureMatrix matrix) {
        int kMax = matrix.distinctRows(SegmentationPlan.K_UP_TO);
        return KSelection.of(
                matrix, FIRST.withRestarts(1), Math.max(2, kMax), EnumSet.of(Criterion.ELBOW, Criterion.SILHOUETTE));
    }

    private void show(Line line, Answer found) {
        ObjectNode json = found.toJson();
        CustomerLabels[] before = history.beside(-1).flatMap(Line::outcome).stream()
                .map(Outcome::customers)
                .toArray(CustomerLabels[]::new);
        Outcome outcome = found.outcome(before);
        tell(line, "segments", json, () -> {
            answer = Optional.of(found);
            history.keep(line.number(), outcome);
        });
    }

    private void show(Line line, KSelection curves, boolean refined, String why) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("refined", refined).put("elbow", curves.elbow().knee().orElse(0));
        json.put("best", curves.bestBySilhouette()).put("why", why);
        ArrayNode wcss = json.putArray("wcss");
        ArrayNode silhouette = json.putArray("silhouette");
        IntStream.rangeClosed(1, curves.kMax()).forEach(k -> {
            wcss.add(curves.model(k).wcss());
            if (k == 1) {
                silhouette.addNull();
            } else {
                silhouette.add(curves.silhouette(k));
            }
        });
        tell(line, "curves", json, () -> {});
    }

    private void judge(Line line, Segmentation work) {
        tell(line, "history", history.toJson(), () -> computed = Optional.of(work));
        Evidence evidence = work.evidence();
        String word = evidence.verdict().map(GroupVerdict::label).orElse("not computed");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("word", word).put("answer", evidence.answer().strip()).put("sentence", evidence.sentence());
        tell(line, "verdict", json, () -> {
            Outcome outcome = history.line(line.number()).outcome().orElseThrow();
            history.keep(line.number(), outcome.withVerdict(word));
            events.forget("working");
        });
    }

    private void tellWorking(Line line, String stage) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("stage", stage);
        tell(line, "working", json, () -> {});
    }

    private synchronized void fail(Line line, String sentence) {
        if (isCurrent(line) && !Thread.currentThread().isInterrupted()) {
            events.forget("working");
            events.tell("failed", JsonNodeFactory.instance.objectNode().put("sentence", sentence));
        }
    }

    /** Tells the pages where nobody has chosen anything else meanwhile, after a change that belongs to it. */
    private synchronized void tell(Line line, String kind, JsonNode what, Runnable change) {
        if (!isCurrent(line) || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Something else was chosen");
        }
        change.run();
        events.tell(kind, ((ObjectNode) what).put("line", line.number()));
        if (!kind.equals("working")) {
            events.tell("history", history.toJson());
        }
    }

    private boolean isCurrent(Line line) {
        return history.current()
                .filter(shown -> shown.number() == line.number())
                .isPresent();
    }

    /** Lists what the page can say of a segment beside its profile: its customers, and how they differ. */
    List<String> differences(int segment) {
        return computed()
                .map(known -> known.contrasts().ofSegment(segment).stream()
                        .map(contrast -> contrast.sentence())
                        .limit(8)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public synchronized void close() {
        stop();
        worker.shutdownNow();
    }
}
