package io.github.bpflinker.load.syscall;

import java.lang.ref.Reference;

/**
 * A file system that is reached without a place in the tree of folders: fsopen(2), fsconfig(2) and fsmount(2) (Linux 5.2).
 */
public final class DetachedMount {

    private static final int CREATE = 6;
    private static final int CLOSE_ON_EXEC = 1;
    private static final int OPEN_CLOSE_ON_EXEC = 0x80000;

    private DetachedMount() {}

    /**
     * Mounts a file system nowhere.
     *
     * @param type as in {@code tracefs}
     * @return a descriptor of its root, or the negated error number
     */
    public static int tryMount(SystemCalls calls, String type) {
        NativeMemory name = CStrings.of(type);
        int context = (int) calls.call(SystemCall.FSOPEN, name.address(), CLOSE_ON_EXEC);
        Reference.reachabilityFence(name);
        if (context < 0) {
            return context;
        }
        try {
            int made = (int) calls.call(SystemCall.FSCONFIG, context, CREATE, 0, 0, 0);
            return made < 0 ? made : (int) calls.call(SystemCall.FSMOUNT, context, CLOSE_ON_EXEC, 0);
        } finally {
            calls.close(context);
        }
    }

    /**
     * Opens a file below a folder: openat(2).
     *
     * @param flags as on Linux: 0 to read, 1 to write, 0x400 to append
     * @return its descriptor, or the negated error number
     */
    public static int tryOpen(SystemCalls calls, int folder, String path, int flags) {
        NativeMemory name = CStrings.of(path);
        int answer = (int) calls.call(SystemCall.OPENAT, folder, name.address(), flags | OPEN_CLOSE_ON_EXEC, 0);
        Reference.reachabilityFence(name);
        return answer;
    }
}
