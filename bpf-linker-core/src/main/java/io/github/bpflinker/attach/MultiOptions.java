package io.github.bpflinker.attach;

import java.util.List;

/**
 * Which functions many probes of one link go to.
 *
 * @param functions their names, perhaps with {@code *} and {@code ?}
 * @param cookies as many as functions, none of which is a pattern then; or none
 * @param atReturn whether the program runs when the functions return; nothing for sessions, which run at both
 * @param pid the process, for probes of user space; -1 for all
 */
public record MultiOptions(List<String> functions, List<Long> cookies, boolean atReturn, int pid) {

    /** How many functions a message names. */
    private static final int NAMED = 4;

    public MultiOptions {
        functions = List.copyOf(functions);
        cookies = List.copyOf(cookies);
    }

    /** Functions by names or patterns. */
    public static MultiOptions of(String... functions) {
        return new MultiOptions(List.of(functions), List.of(), false, -1);
    }

    /** The same at the return. */
    public MultiOptions returning() {
        return new MultiOptions(functions, cookies, true, pid);
    }

    /** The same in one process. */
    public MultiOptions pid(int wanted) {
        return new MultiOptions(functions, cookies, atReturn, wanted);
    }

    /** The same with what {@code bpf_get_attach_cookie} gives, one for each function. */
    public MultiOptions cookies(Long... wanted) {
        return new MultiOptions(functions, List.of(wanted), atReturn, pid);
    }

    /** The functions for messages: the first ones, and how many others there are. */
    String names() {
        List<String> first = functions.subList(0, Math.min(functions.size(), NAMED));
        int others = functions.size() - first.size();
        return "functions " + String.join(", ", first) + (others == 0 ? "" : " and " + others + " more");
    }

    long[] cookieArray() {
        return cookies.stream().mapToLong(Long::longValue).toArray();
    }

    /** @throws AttachException if there are cookies, but not one for each */
    void check(LinkTarget target, int found) {
        if (!cookies.isEmpty() && cookies.size() != found) {
            throw AttachException.unsuitable("program '" + target.program() + "' is to be attached to " + found
                    + " functions of " + target.where() + " with " + cookies.size()
                    + " cookies; give one for each function, named without a pattern");
        }
        if (found == 0) {
            throw AttachException.unsuitable("program '" + target.program() + "' can't be attached: no function of "
                    + target.where() + " matches " + String.join(", ", functions) + "; see what is there with "
                    + target.list());
        }
    }

    /**
     * For messages.
     *
     * @param list the command that lists what is there
     */
    record LinkTarget(String program, String where, String list) {}
}
