package io.github.bpflinker.attach;

/**
 * How a function of the kernel is probed.
 *
 * @param offset in bytes from its start
 * @param atReturn whether the program runs when it returns
 * @param cookie what {@code bpf_get_attach_cookie} gives (Linux 5.15); 0 for none
 */
public record KprobeOptions(long offset, boolean atReturn, long cookie) {

    /** At its entry. */
    public static KprobeOptions entry() {
        return new KprobeOptions(0, false, 0);
    }

    /** At its return. */
    public static KprobeOptions returning() {
        return new KprobeOptions(0, true, 0);
    }

    /** So many bytes behind its start. */
    public KprobeOptions plus(long bytes) {
        return new KprobeOptions(offset + bytes, atReturn, cookie);
    }

    /** The same with a cookie. */
    public KprobeOptions cookie(long wanted) {
        return new KprobeOptions(offset, atReturn, wanted);
    }
}
