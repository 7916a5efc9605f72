/**
 * Answers one question: what is on the class path, for the compiler and for whoever asks what a name means?
 *
 * <p>{@link segmentation.kernel.classpath.CompilerFiles} leads the compiler to the jars that have a package;
 * {@link segmentation.kernel.classpath.SourceComments} finds the Javadoc in the sources beside them.
 */
@NullMarked
package segmentation.kernel.classpath;

import org.jspecify.annotations.NullMarked;
