/**
 * Answers one question: how are more customers segmented than one machine takes?
 *
 * <p>Start at {@link segmentation.spark.SparkEngine}, or from a program of Spark at {@link
 * segmentation.spark.SparkCustomers#of}. A module of its own, as Spark is large; no room of the library knows it.
 */
@NullMarked
package segmentation.spark;

import org.jspecify.annotations.NullMarked;
