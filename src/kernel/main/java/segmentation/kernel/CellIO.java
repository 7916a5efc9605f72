package segmentation.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/** The library's way to show things from within a cell, directed to the cell that runs. */
final class CellIO extends JupyterIO {
    private volatile Optional<CellRun> running = Optional.empty();

    CellIO() {
        super(StandardCharsets.UTF_8);
    }

    /** Runs a task with everything that is shown going to a cell; returns what the task returns. */
    <T> T lend(CellRun cell, Callable<T> task) throws Exception {
        setEnv(cell);
        running = Optional.of(cell);
        try {
            return task.call();
        } finally {
            running = Optional.empty();
            retractEnv(cell);
        }
    }

    /** Asks the person at the notebook for a line that is not to be seen while it is typed. */
    String askForPassword(String prompt) {
        return running.orElseThrow(NoInput::new).ask(prompt, true);
    }
}
