package io.github.bpflinker.load.syscall;

import java.util.HashMap;
import java.util.Map;

/**
 * Names and descriptions of error numbers, including kernel-internal ones that bpf(2) returns.
 *
 * <p>Source: {@code include/uapi/asm-generic/errno-base.h}, {@code errno.h} and {@code include/linux/errno.h}, Linux
 * 6.18.
 */
public final class Errno {

    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int E2BIG = 7;
    public static final int EBADF = 9;
    public static final int EAGAIN = 11;
    public static final int ENOMEM = 12;
    public static final int EACCES = 13;
    public static final int EFAULT = 14;
    public static final int EBUSY = 16;
    public static final int EEXIST = 17;
    public static final int ENODEV = 19;
    public static final int EINVAL = 22;
    public static final int ENFILE = 23;
    public static final int EMFILE = 24;
    public static final int ENOSPC = 28;
    public static final int ERANGE = 34;
    public static final int ENOSYS = 38;
    public static final int EOPNOTSUPP = 95;
    /** Not defined for user space, but returned by bpf(2). */
    public static final int ENOTSUPP = 524;

    private static final Map<Integer, String> NAMES = new HashMap<>();
    private static final Map<Integer, String> MEANINGS = new HashMap<>();

    static {
        add(1, "EPERM", "operation not permitted");
        add(2, "ENOENT", "no such file or directory");
        add(3, "ESRCH", "no such process");
        add(4, "EINTR", "interrupted system call");
        add(5, "EIO", "input/output error");
        add(6, "ENXIO", "no such device or address");
        add(7, "E2BIG", "argument list too long");
        add(8, "ENOEXEC", "exec format error");
        add(9, "EBADF", "bad file descriptor");
        add(10, "ECHILD", "no child processes");
        add(11, "EAGAIN", "resource temporarily unavailable");
        add(12, "ENOMEM", "cannot allocate memory");
        add(13, "EACCES", "permission denied");
        add(14, "EFAULT", "bad address");
        add(15, "ENOTBLK", "block device required");
        add(16, "EBUSY", "device or resource busy");
        add(17, "EEXIST", "file exists");
        add(18, "EXDEV", "invalid cross-device link");
        add(19, "ENODEV", "no such device");
        add(20, "ENOTDIR", "not a directory");
        add(21, "EISDIR", "is a directory");
        add(22, "EINVAL", "invalid argument");
        add(23, "ENFILE", "too many open files in system");
        add(24, "EMFILE", "too many open files");
        add(25, "ENOTTY", "inappropriate ioctl for device");
        add(26, "ETXTBSY", "text file busy");
        add(27, "EFBIG", "file too large");
        add(28, "ENOSPC", "no space left on device");
        add(29, "ESPIPE", "illegal seek");
        add(30, "EROFS", "read-only file system");
        add(31, "EMLINK", "too many links");
        add(32, "EPIPE", "broken pipe");
        add(33, "EDOM", "numerical argument out of domain");
        add(34, "ERANGE", "out of range");
        add(35, "EDEADLK", "resource deadlock avoided");
        add(36, "ENAMETOOLONG", "file name too long");
        add(37, "ENOLCK", "no locks available");
        add(38, "ENOSYS", "function not implemented");
        add(39, "ENOTEMPTY", "directory not empty");
        add(40, "ELOOP", "too many levels of symbolic links");
        add(71, "EPROTO", "protocol error");
        add(75, "EOVERFLOW", "value too large for defined data type");
        add(77, "EBADFD", "file descriptor in bad state");
        add(84, "EILSEQ", "invalid or incomplete multibyte or wide character");
        add(87, "EUSERS", "too many users");
        add(90, "EMSGSIZE", "message too long");
        add(95, "EOPNOTSUPP", "operation not supported");
        add(98, "EADDRINUSE", "address already in use");
        add(100, "ENETDOWN", "network is down");
        add(101, "ENETUNREACH", "network is unreachable");
        add(105, "ENOBUFS", "no buffer space available");
        add(110, "ETIMEDOUT", "connection timed out");
        add(114, "EALREADY", "operation already in progress");
        add(116, "ESTALE", "stale file handle");
        add(125, "ECANCELED", "operation canceled");
        add(129, "EKEYREJECTED", "key was rejected by service");
        add(512, "ERESTARTSYS", "interrupted");
        add(517, "EPROBE_DEFER", "asked for too early");
        add(524, "ENOTSUPP", "the kernel does not support it");
        add(525, "ETOOSMALL", "too small");
    }

    private Errno() {}

    private static void add(int number, String name, String meaning) {
        NAMES.put(number, name);
        MEANINGS.put(number, meaning);
    }

    /** The name, such as {@code EPERM}; for an unknown number, {@code errno 999}. */
    public static String name(int number) {
        return NAMES.getOrDefault(number, "errno " + number);
    }

    /** The description, such as {@code operation not permitted (EPERM)}. */
    public static String describe(int number) {
        String meaning = MEANINGS.getOrDefault(number, "");
        return meaning.isEmpty() ? name(number) : meaning + " (" + name(number) + ")";
    }
}
