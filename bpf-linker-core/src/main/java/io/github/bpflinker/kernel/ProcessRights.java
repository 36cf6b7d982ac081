package io.github.bpflinker.kernel;

import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel lets this process do with BPF, as files of {@code /proc} and {@code /sys} tell it.
 *
 * @param root whether it runs as user 0
 * @param capabilities its effective capabilities, a bit for each
 * @param inUserNamespace whether it is in a user namespace other than the machine's own; capabilities there count for
 *     nothing in bpf(2), which asks for those of the machine
 * @param filtered whether a seccomp filter watches its system calls
 * @param lockdown the level at which the kernel is locked down, {@code integrity} or {@code confidentiality}; empty if it
 *     is not
 * @param kernel the release of the running kernel, if it is known
 */
record ProcessRights(
        boolean root,
        long capabilities,
        boolean inUserNamespace,
        boolean filtered,
        Optional<String> lockdown,
        Optional<KernelVersion> kernel) {

    /** CAP_BPF and CAP_PERFMON, which stand for parts of CAP_SYS_ADMIN: commit a17b53c4a4b5. */
    private static final KernelVersion OWN_CAPABILITIES = new KernelVersion(5, 8);

    /** Memory of maps counts for the control group and no longer for the limit of locked memory: commit bf4f059954dc. */
    private static final KernelVersion NO_LOCKED_MEMORY = new KernelVersion(5, 11);

    /** include/uapi/linux/capability.h. */
    private static final long CAP_NET_ADMIN = 1L << 12;

    private static final long CAP_SYS_ADMIN = 1L << 21;
    private static final long CAP_PERFMON = 1L << 38;
    private static final long CAP_BPF = 1L << 39;

    private static final int HEXADECIMAL = 16;
    private static final Pattern EFFECTIVE = Pattern.compile("CapEff:\\s*(\\p{XDigit}{1,16})");
    private static final Pattern EFFECTIVE_USER = Pattern.compile("Uid:\\s*\\d+\\s+(\\d+)");
    private static final Pattern FILTER = Pattern.compile("Seccomp:\\s*2");
    private static final Pattern LOCKDOWN = Pattern.compile("\\[(integrity|confidentiality)]");

    /** The only line of the map of the machine's own user namespace: all 2^32 - 1 users are themselves. */
    private static final Pattern IDENTITY = Pattern.compile("\\s*0\\s+0\\s+4294967295\\s*");

    private static final String NO_PERMISSION = "no permission to load programs";

    /** @param root the folder in which {@code proc} and {@code sys} lie */
    static ProcessRights of(Path root) {
        String status = read(root.resolve("proc/self/status"));
        String map = read(root.resolve("proc/self/uid_map"));
        Matcher lockdown = LOCKDOWN.matcher(read(root.resolve("sys/kernel/security/lockdown")));
        return new ProcessRights(
                find(EFFECTIVE_USER, status).map("0"::equals).orElse(false),
                find(EFFECTIVE, status)
                        .map(digits -> Long.parseUnsignedLong(digits, HEXADECIMAL))
                        .orElse(0L),
                !map.isBlank() && !IDENTITY.matcher(map).matches(),
                FILTER.matcher(status).find(),
                lockdown.find() ? Optional.of(lockdown.group(1)) : Optional.empty(),
                KernelVersion.parse(
                        read(root.resolve("proc/sys/kernel/osrelease")).strip()));
    }

    /** Whether this process may load programs, of some types at least. */
    boolean mayLoad() {
        return !inUserNamespace && (has(CAP_SYS_ADMIN) || has(CAP_BPF));
    }

    /**
     * Why bpf(2) answered EPERM, and what helps: one sentence without its full stop.
     *
     * @param answer what was asked for and refused, as the loader put it
     */
    String explain(String answer) {
        return whatIsMissing().orElseGet(() -> despiteCapabilities(answer));
    }

    /** Why nothing can be pinned there, though it is a BPF file system. */
    String explainNoPins(Path bpfFileSystem) {
        return whatIsMissing()
                .orElse("no permission to pin programs in " + bpfFileSystem
                        + (root
                                ? ", which may be mounted read-only; mount -t bpf bpf " + bpfFileSystem
                                : "; run as root"));
    }

    private Optional<String> whatIsMissing() {
        if (inUserNamespace) {
            return Optional.of(NO_PERMISSION + ": this process is in a user namespace (/proc/self/uid_map), whose"
                    + " capabilities do not count for BPF; run as root of the machine, not in a rootless container");
        }
        if (has(CAP_SYS_ADMIN)) {
            return Optional.empty();
        }
        List<String> lacking = lacking();
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        if (!root && !has(CAP_BPF)) {
            return Optional.of(NO_PERMISSION + "; run as root");
        }
        return Optional.of(NO_PERMISSION + ": " + (root ? "root here" : "this process") + " lacks "
                + String.join(" and ", lacking) + "; " + (root ? "start the container with --privileged or " : "add ")
                + (root ? withOptions(lacking) : "them"));
    }

    private List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        if (isBefore(OWN_CAPABILITIES)) {
            lacking.add("CAP_SYS_ADMIN");
            return lacking;
        }
        addIfLacking("CAP_BPF", CAP_BPF, lacking);
        addIfLacking("CAP_PERFMON", CAP_PERFMON, lacking);
        addIfLacking("CAP_NET_ADMIN", CAP_NET_ADMIN, lacking);
        return lacking;
    }

    private boolean isBefore(KernelVersion release) {
        return kernel.map(running -> !running.isAtLeast(release)).orElse(false);
    }

    private static String withOptions(List<String> capabilities) {
        return String.join(
                " ",
                capabilities.stream()
                        .map(name -> "--cap-add=" + name.substring("CAP_".length()))
                        .toList());
    }

    private String despiteCapabilities(String answer) {
        String but = "not permitted though this process has the capabilities for it: " + answer + "; ";
        if (lockdown.isPresent()) {
            return but + "the kernel is locked down (" + lockdown.get() + "), see /sys/kernel/security/lockdown";
        }
        if (isBefore(NO_LOCKED_MEMORY)) {
            return but + "this kernel counts maps as locked memory, so raise its limit with ulimit -l unlimited";
        }
        return but
                + (filtered
                        ? "a seccomp filter may forbid it, so start the container with --security-opt seccomp=unconfined"
                        : "a security module or the kernel's configuration forbids it, so see dmesg");
    }

    private boolean has(long capability) {
        return (capabilities & capability) != 0;
    }

    private void addIfLacking(String name, long capability, List<String> lacking) {
        if (!has(capability)) {
            lacking.add(name);
        }
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // No such file on other systems, in old kernels, or where it is not mounted.
            return "";
        }
    }
}
