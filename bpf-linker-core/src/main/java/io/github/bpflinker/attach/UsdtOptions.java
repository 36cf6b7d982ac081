package io.github.bpflinker.attach;

/**
 * A tracepoint that a program or library defines ({@code sys/sdt.h}).
 *
 * @param provider the first part of its name
 * @param name the second
 * @param pid the process; -1 for all
 * @param cookie what {@code bpf_usdt_cookie} gives
 */
public record UsdtOptions(String provider, String name, int pid, long cookie) {

    /** In all processes. */
    public static UsdtOptions of(String provider, String name) {
        return new UsdtOptions(provider, name, -1, 0);
    }

    /** The same in one process. */
    public UsdtOptions pid(int wanted) {
        return new UsdtOptions(provider, name, wanted, cookie);
    }

    /** The same with a cookie. */
    public UsdtOptions cookie(long wanted) {
        return new UsdtOptions(provider, name, pid, wanted);
    }
}
