package segmentation.notebook;

import java.time.Duration;
import segmentation.kernel.EmbeddedKernel;
import segmentation.kernel.EmbeddedKernel.Outcome;

/**
 * Runs notebooks in this process, with the outputs that Jupyter's own runner would store.
 *
 * <p>Like that runner it gives every cell that holds any text a run and an execution count, a comment too; it skips cells
 * tagged {@code skip-execution}, and goes on after a failure in one tagged {@code raises-exception}. One notebook at a
 * time. The working directory is the process's: code that opens relative files needs it to be the notebook's folder.
 */
public final class NotebookRunner {
    private NotebookRunner() {}

    /**
     * Runs a notebook from top to bottom on a kernel of its own, and returns it with the new outputs.
     *
     * @throws NotebookFailure at the first cell that fails; the cells after it do not run
     */
    public static NotebookDocument run(NotebookDocument notebook, NotebookProgress progress) {
        OutputCollector outputs = new OutputCollector();
        int cells = notebook.cells().size();
        try (EmbeddedKernel kernel = EmbeddedKernel.start(notebook.folder())) {
            for (NotebookCell cell : notebook.cells()) {
                if (isRun(cell)) {
                    progress.started(notebook.name(), cell.number(), cells);
                    long start = System.nanoTime();
                    Outcome outcome = kernel.run(cell.source());
                    progress.ended(notebook.name(), cell.number(), cells, Duration.ofNanos(System.nanoTime() - start));
                    requireGood(notebook, cell, outcome);
                    outputs.add(cell.number(), outcome);
                }
            }
        }
        return notebook.with(outputs.cells());
    }

    private static boolean isRun(NotebookCell cell) {
        return cell.isCode() && !cell.source().isBlank() && !cell.isTagged("skip-execution");
    }

    private static void requireGood(NotebookDocument notebook, NotebookCell cell, Outcome outcome) {
        if (outcome.error().isPresent() && !cell.isTagged("raises-exception")) {
            throw NotebookFailure.of(
                    notebook, cell, outcome.number(), outcome.error().get());
        }
    }
}
