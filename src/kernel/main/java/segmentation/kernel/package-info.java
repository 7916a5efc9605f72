/**
 * Answers one question: how does a notebook cell run?
 *
 * <p>Start at {@link segmentation.kernel.JavaKernel}; {@link segmentation.kernel.KernelMain} serves it to Jupyter,
 * {@link segmentation.kernel.EmbeddedKernel} runs it in process. The protocol is the library's
 * ({@code org.dflib.jjava.jupyter}), the language is the JDK's JShell. A module of its own, which knows nothing of the
 * rest of the project.
 */
@NullMarked
package segmentation.kernel;

import org.jspecify.annotations.NullMarked;
