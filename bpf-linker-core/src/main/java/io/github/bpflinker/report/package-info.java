/** Objects and requirements as text for people and as JSON for programs. Members are only ever added to the JSON. */
@NullMarked
package io.github.bpflinker.report;

import org.jspecify.annotations.NullMarked;
