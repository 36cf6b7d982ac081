package io.github.bpflinker.attach;

/**
 * Where in a program or library a probe goes, and for whom.
 *
 * @param function its name; empty for the start of the file
 * @param offset in bytes from there
 * @param atReturn whether the program runs when the function returns
 * @param pid the process; -1 for all
 * @param semaphore offset in the file of a counter that the kernel raises while somebody probes; 0 for none
 * @param cookie what {@code bpf_get_attach_cookie} gives (Linux 5.15); 0 for none
 */
public record UprobeOptions(String function, long offset, boolean atReturn, int pid, long semaphore, long cookie) {

    /** The entry of a function, in all processes. */
    public static UprobeOptions function(String name) {
        return new UprobeOptions(name, 0, false, -1, 0, 0);
    }

    /** A place of the file, in all processes. */
    public static UprobeOptions offset(long inFile) {
        return new UprobeOptions("", inFile, false, -1, 0, 0);
    }

    /** So many bytes further. */
    public UprobeOptions plus(long bytes) {
        return new UprobeOptions(function, offset + bytes, atReturn, pid, semaphore, cookie);
    }

    /** The same at the return of the function. */
    public UprobeOptions returning() {
        return new UprobeOptions(function, offset, true, pid, semaphore, cookie);
    }

    /** The same in one process. */
    public UprobeOptions pid(int wanted) {
        return new UprobeOptions(function, offset, atReturn, wanted, semaphore, cookie);
    }

    /** The same with a counter to raise (Linux 4.20). */
    public UprobeOptions semaphore(long inFile) {
        return new UprobeOptions(function, offset, atReturn, pid, inFile, cookie);
    }

    /** The same with a cookie. */
    public UprobeOptions cookie(long wanted) {
        return new UprobeOptions(function, offset, atReturn, pid, semaphore, wanted);
    }
}
