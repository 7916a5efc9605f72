/**
 * Answers one question: how does a notebook run, and how do our results look in it?
 *
 * <p>Start at {@link segmentation.notebook.NotebookRunner}, which runs a {@link segmentation.notebook.NotebookDocument}
 * in process; {@link segmentation.notebook.Renderers} shows tables and pictures. May use all rooms left of it, never
 * {@code app}.
 */
@NullMarked
package segmentation.notebook;

import org.jspecify.annotations.NullMarked;
