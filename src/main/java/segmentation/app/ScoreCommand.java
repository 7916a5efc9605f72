package segmentation.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.data.inspect.CustomerFile;
import segmentation.io.AtomicFile;
import segmentation.model.ModelFile;
import segmentation.model.Score;
import segmentation.report.FileScores;
import segmentation.report.SegmentedCsv;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

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
            "matter.",
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

    @CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Command.refuseToReplace(out, stored, "the model");
        Command.refuseToReplace(out, input, "the customers");
        ModelFile model = ModelFile.read(stored);
        PrintWriter messages = command.commandLine().getErr();
        List<Score> scores = scored(model, messages);
        PrintWriter result = command.commandLine().getOut();
        result.print(TerminalTable.of(table(scores, model), WIDTH));
        result.printf("%nWritten: %s%n", TerminalText.visible(out.toString()));
        result.flush();
        return Command.DONE;
    }

    private List<Score> scored(ModelFile model, PrintWriter messages) {
        try (StageProgress progress = StageProgress.on(messages, System.console() != null)) {
            progress.stage("reading");
            CustomerFile file = CustomerFile.read(input, reading.options());
            file.notes().forEach(note -> messages.println(TerminalText.visible(note)));
            progress.stage("scoring");
            List<Score> scores = FileScores.of(file, model);
            progress.stage("writing");
            AtomicFile.write(out, SegmentedCsv.of(file, scores));
            return scores;
        }
    }

    private static ResultTable table(List<Score> scores, ModelFile model) {
        ResultTable.Builder table =
                ResultTable.titled("").figures("segment").text("name").figures("rows", "share", "unlike any");
        for (int segment = 1; segment <= model.k(); segment++) {
            int number = segment;
            List<Score> own = scores.stream()
                    .filter(score -> score.segment().orElse(0) == number)
                    .toList();
            long unlike = own.stream().filter(score -> !score.note().isEmpty()).count();
            table.row(
                    Integer.toString(number),
                    model.names().get(number - 1),
                    NumberText.count(own.size()),
                    NumberText.percent((double) own.size() / scores.size()),
                    NumberText.count(unlike));
        }
        long none = scores.stream().filter(score -> score.segment().isEmpty()).count();
        table.row(
                "–",
                "no segment; see note",
                NumberText.count(none),
                NumberText.percent((double) none / scores.size()),
                "–");
        return table.build();
    }
}
