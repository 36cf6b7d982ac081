/**
 * Reports on objects, requirements and verification results, as text and as JSON. JSON formats are extended only by new
 * members.
 */
@NullMarked
package io.github.bpflinker.report;

import org.jspecify.annotations.NullMarked;
