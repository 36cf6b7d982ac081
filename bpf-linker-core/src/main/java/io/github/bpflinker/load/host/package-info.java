/**
 * The running kernel as loading sees it: its types, symbols and configuration, what it can do, and what it lets this
 * process do. Each fact is found out when it is first asked for, once for the process. Uses ELF, BTF, kernel knowledge and
 * the system calls; knows nothing of objects that are to be loaded.
 */
@NullMarked
package io.github.bpflinker.load.host;

import org.jspecify.annotations.NullMarked;
