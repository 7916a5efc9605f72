package segmentation.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.analysis.Engine;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.FeatureRows;
import segmentation.io.AtomicFile;
import segmentation.io.DataException;
import segmentation.model.ModelDrift;
import segmentation.model.ModelFile;
import segmentation.model.Score;
import segmentation.report.FileScores;
import segmentation.report.SegmentedCsv;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Wording;

/** Gives the customers of a file the segments of a stored model. */
@CommandLine.Command(
        name = "score",
        description = {
            "Gives the customers of a file the segments that fit found in another.",
            "",
            "Features are prepared as in the training; each customer gets the segment of",
            "the nearest centroid. Writes every row as it is, with segment, segment_name,",
            "distance and note beside it. The note says where a customer is unlike any",
            "segment, farther than all seen in training, and why a row has no segment.",
            "The file needs the model's features, in any order; other columns do not",
            "matter. --impute median takes the medians of the training.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  environment/segment score customers-segments/model.json new.csv \\",
            "      --out scored.csv",
            "  environment/segment score model.json neu.csv --decimal comma --out scored.csv",
        })
final class ScoreCommand implements Callable<Integer> {
    private static final int WIDTH = 80;

    @CommandLine.Parameters(index = "0", paramLabel = "MODEL.json", description = "The model.json that fit wrote.")
    private Path stored;

    @CommandLine.Parameters(index = "1", paramLabel = "NEW.csv", description = "The customers; a header is needed.")
    private Path input;

    @CommandLine.Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write; a file that is there is replaced.")
    private Path out;

    @CommandLine.Mixin
    private ReadingArguments reading;

    @CommandLine.Mixin
    private EngineArguments engine;

    @CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Command.refuseToReplace(out, stored, "the model");
        Command.refuseToReplace(out, input, "the customers");
        ModelFile model = ModelFile.read(stored);
        engine.check();
        PrintWriter messages = command.commandLine().getErr();
        PrintWriter result = command.commandLine().getOut();
        Optional<Engine.Scored> elsewhere = engine.score(input.toString(), reading.options(), model, out.toString());
        if (elsewhere.isPresent()) {
            result.print(TerminalTable.of(table(elsewhere.get(), model), WIDTH));
            result.printf("%nWritten: %s%n", TerminalText.visible(out.toString()));
            result.flush();
            return elsewhere.get().placed() == 0 ? Command.FINDING : Command.DONE;
        }
        Scored scored = scored(model, messages);
        List<Score> scores = scored.scores;
        result.print(TerminalTable.of(table(counted(scores, model), model), WIDTH));
        if (scored.drift.customers() > 0) {
            result.println();
            result.print(TerminalTable.of(scored.drift.toTable(), WIDTH));
        }
        result.printf("%nWritten: %s%n", TerminalText.visible(out.toString()));
        result.flush();
        return told(scored, messages);
    }

    /** What a file's customers were given, and how they compare with those of the training. */
    private record Scored(List<Score> scores, ModelDrift drift) {}

    /** Says where nobody has a segment, where most are unlike any, or where customers have changed; all are findings. */
    private static int told(Scored scored, PrintWriter messages) {
        List<Score> scores = scored.scores;
        long unlike = scores.stream()
                .filter(score -> score.segment().isPresent() && !score.note().isEmpty())
                .count();
        if (scored.drift.customers() == 0) {
            messages.printf(
                    "None of the %s has a segment; the note of the first says: %s.%n",
                    Wording.count(scores.size(), "row"), scores.get(0).note());
            return Command.FINDING;
        }
        if (2 * unlike > scores.size()) {
            messages.printf(
                    "%s of %s are unlike any segment, farther than all in training; are the columns in the same units?%n",
                    NumberText.count(unlike), Wording.count(scores.size(), "row"));
            return Command.FINDING;
        }
        List<String> changes = scored.drift.changes();
        if (!changes.isEmpty()) {
            messages.printf(
                    "The customers have changed since the training (%s); the model has grown old, so fit a new one.%n",
                    String.join(", ", changes));
        }
        return Command.DONE;
    }

    private Scored scored(ModelFile model, PrintWriter messages) {
        try (StageProgress progress = StageProgress.on(messages, System.console() != null)) {
            progress.stage("reading");
            CustomerFile file = CustomerFile.read(input, reading.options());
            file.notes().forEach(note -> messages.println(TerminalText.visible(note)));
            progress.stage("scoring");
            if (file.isImputed() && Arrays.stream(model.medians()).allMatch(Double::isNaN)) {
                throw DataException.inFile(
                        stored.toString(),
                        "no medians of the training, which --impute median needs",
                        "a model that holds them",
                        "fit it again, or score without --impute");
            }
            FeatureRows rows = file.features(model.columns(), model.id(), model.medians());
            List<Score> scores = FileScores.of(rows, model);
            ModelDrift drift = ModelDrift.of(
                    model, IntStream.range(0, rows.rows()).mapToObj(rows::row).toList(), scores);
            drift.otherUnit().ifPresent(found -> {
                throw DataException.inFile(
                        input.toString(), found, "the units of the training", "convert the column to them");
            });
            progress.stage("writing");
            AtomicFile.write(out, SegmentedCsv.of(file, scores));
            return new Scored(scores, drift);
        }
    }

    private static Engine.Scored counted(List<Score> scores, ModelFile model) {
        List<Long> rows = new ArrayList<>();
        List<Long> unlike = new ArrayList<>();
        for (int segment = 1; segment <= model.k(); segment++) {
            int number = segment;
            List<Score> own = scores.stream()
                    .filter(score -> score.segment().orElse(0) == number)
                    .toList();
            rows.add((long) own.size());
            unlike.add(own.stream().filter(score -> !score.note().isEmpty()).count());
        }
        long none = scores.stream().filter(score -> score.segment().isEmpty()).count();
        return new Engine.Scored(rows, unlike, none);
    }

    private static ResultTable table(Engine.Scored scored, ModelFile model) {
        double all = scored.placed() + scored.none();
        ResultTable.Builder table =
                ResultTable.titled("").figures("segment").text("name").figures("rows", "share", "unlike any");
        for (int segment = 1; segment <= model.k(); segment++) {
            table.row(
                    Integer.toString(segment),
                    model.names().get(segment - 1),
                    NumberText.count(scored.rows().get(segment - 1)),
                    NumberText.percent(scored.rows().get(segment - 1) / all),
                    NumberText.count(scored.unlike().get(segment - 1)));
        }
        table.row(
                "–",
                "no segment; see note",
                NumberText.count(scored.none()),
                NumberText.percent(scored.none() / all),
                "–");
        return table.build();
    }
}
