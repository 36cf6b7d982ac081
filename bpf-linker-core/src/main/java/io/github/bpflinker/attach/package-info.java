/**
 * Attaches loaded programs to what they are for, each by a link that is closed to detach it. Begins with {@link
 * io.github.bpflinker.attach.Attach}. Knows the loader, its maps and system calls, nothing of linking.
 */
@NullMarked
package io.github.bpflinker.attach;

import org.jspecify.annotations.NullMarked;
