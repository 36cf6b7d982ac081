package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Errno;

/** What keeps a program attached. Not thread-safe: its link makes one call at a time, and none after {@link #detach}. */
interface Attachment {

    /** The descriptor of the kernel's link; -1 if the program is attached in another way. */
    int linkFd();

    /**
     * Puts another program, or map of operations, in the place of the one that is attached, without a moment between.
     *
     * @return 0, or the negated error number
     */
    default int update(int fd) {
        return -Errno.EOPNOTSUPP;
    }

    /** Ends it, unless it is pinned. */
    void detach();
}
