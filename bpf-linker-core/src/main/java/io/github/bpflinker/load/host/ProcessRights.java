package io.github.bpflinker.load.host;

import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The permissions of this process for BPF, from files in {@code /proc} and {@code /sys}.
 *
 * @param root whether it runs as user 0
 * @param capabilities the mask of its effective capabilities
 * @param inUserNamespace whether it is in a user namespace other than the initial one; bpf(2) ignores capabilities of
 *     other namespaces
 * @param filtered whether a seccomp filter applies to it
 * @param lockdown the lockdown level of the kernel, {@code integrity} or {@code confidentiality}; empty if it is not
 *     locked down
 * @param unprivilegedDisabled {@code kernel.unprivileged_bpf_disabled}: 0 for no, 1 and 2 for yes; 1 until the next
 *     boot
 * @param kernel the release of the running kernel, if it is known
 */
public record ProcessRights(
        boolean root,
        long capabilities,
        boolean inUserNamespace,
        boolean filtered,
        Optional<String> lockdown,
        int unprivilegedDisabled,
        Optional<KernelVersion> kernel) {

    /** The release that introduced CAP_BPF and CAP_PERFMON, parts of CAP_SYS_ADMIN: commit a17b53c4a4b5. */
    private static final KernelVersion OWN_CAPABILITIES = new KernelVersion(5, 8);

    /**
     * The release in which memory of maps is charged to the control group, not to the limit of locked memory: commit
     * bf4f059954dc.
     */
    private static final KernelVersion NO_LOCKED_MEMORY = new KernelVersion(5, 11);

    private static final int HEXADECIMAL = 16;
    private static final Pattern EFFECTIVE = Pattern.compile("CapEff:\\s*(\\p{XDigit}{1,16})");
    private static final Pattern EFFECTIVE_USER = Pattern.compile("Uid:\\s*\\d+\\s+(\\d+)");
    private static final Pattern FILTER = Pattern.compile("Seccomp:\\s*2");
    private static final Pattern LOCKDOWN = Pattern.compile("\\[(integrity|confidentiality)]");

    /** The only line of the id map of the initial user namespace: the identity map. */
    private static final Pattern IDENTITY = Pattern.compile("\\s*0\\s+0\\s+4294967295\\s*");

    /**
     * The rights of this process.
     *
     * @param root the parent directory of {@code proc} and {@code sys}
     */
    public static ProcessRights of(Path root) {
        // Capabilities and filters are those of a thread.
        String ofThread = read(root.resolve("proc/thread-self/status"));
        String status = ofThread.isEmpty() ? read(root.resolve("proc/self/status")) : ofThread;
        String map = read(root.resolve("proc/self/uid_map"));
        Matcher lockdown = LOCKDOWN.matcher(read(root.resolve("sys/kernel/security/lockdown")));
        String disabled =
                read(root.resolve("proc/sys/kernel/unprivileged_bpf_disabled")).strip();
        return new ProcessRights(
                find(EFFECTIVE_USER, status).map("0"::equals).orElse(false),
                find(EFFECTIVE, status)
                        .map(digits -> Long.parseUnsignedLong(digits, HEXADECIMAL))
                        .orElse(0L),
                !map.isBlank() && !IDENTITY.matcher(map).matches(),
                FILTER.matcher(status).find(),
                lockdown.find() ? Optional.of(lockdown.group(1)) : Optional.empty(),
                disabled.equals("1") || disabled.equals("2") ? Integer.parseInt(disabled) : 0,
                KernelVersion.parse(
                        read(root.resolve("proc/sys/kernel/osrelease")).strip()));
    }

    /** Whether this process can load programs of at least some types. */
    public boolean mayLoad() {
        return !inUserNamespace && has(Capability.CAP_BPF);
    }

    /** Whether it has a capability, or CAP_SYS_ADMIN, which implies all capabilities for bpf(2). */
    public boolean has(Capability capability) {
        boolean own = kernel.map(running -> running.isAtLeast(OWN_CAPABILITIES)).orElse(true)
                || capability == Capability.CAP_NET_ADMIN;
        return hasBit(Capability.CAP_SYS_ADMIN) || (own && hasBit(capability));
    }

    private boolean hasBit(Capability capability) {
        return (capabilities & capability.bit()) != 0;
    }

    /**
     * The missing capability and the remedy: a clause, a semicolon, and the remedy.
     *
     * @param what the purpose, in the plural
     * @param needed the required capabilities
     * @return empty if none is missing
     */
    public Optional<String> missing(String what, List<Capability> needed) {
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        if (inUserNamespace) {
            return Optional.of(
                    "this process is in a user namespace (/proc/self/uid_map), whose capabilities do not count"
                            + " for BPF; run as root of the machine, not in a rootless container, or give a token of a BPF file"
                            + " system that was delegated to this namespace (Linux 6.9)");
        }
        List<Capability> lacking =
                needed.stream().filter(capability -> !has(capability)).toList();
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        if (isBefore(OWN_CAPABILITIES)) {
            return Optional.of("Linux before 5.8 asks for CAP_SYS_ADMIN, which " + who() + " lacks; "
                    + (root ? "start the container with --privileged" : "run as root"));
        }
        String names = lacking.stream().map(Capability::name).collect(Collectors.joining(" and "));
        return Optional.of(what + " need " + names + ", which " + who() + " lacks" + unprivileged(lacking) + "; "
                + remedy(lacking));
    }

    private String who() {
        return root ? "root here" : "this process";
    }

    /** Some maps and socket filters need no capability unless the system says so. */
    private String unprivileged(List<Capability> lacking) {
        return unprivilegedDisabled == 0 || !lacking.contains(Capability.CAP_BPF)
                ? ""
                : " (kernel.unprivileged_bpf_disabled is " + unprivilegedDisabled + ")";
    }

    private String remedy(List<Capability> lacking) {
        String options = lacking.stream()
                .map(capability -> "--cap-add=" + capability.name().substring("CAP_".length()))
                .collect(Collectors.joining(" "));
        return root
                ? "start the container with " + options + " or --privileged"
                : "run as root, or with " + (lacking.size() == 1 ? "that capability" : "these capabilities")
                        + " (a container with " + options + ")";
    }

    /**
     * The possible reason for the rejection of a call despite sufficient capabilities: a clause, a semicolon, and the
     * remedy.
     */
    public String despiteCapabilities() {
        String but = "this process has the capabilities for it, but ";
        if (lockdown.isPresent()) {
            return but + "the kernel is locked down (" + lockdown.get()
                    + "); see /sys/kernel/security/lockdown, and boot without lockdown= or Secure Boot";
        }
        if (isBefore(NO_LOCKED_MEMORY)) {
            return but + "this kernel counts maps as locked memory; raise its limit with ulimit -l unlimited";
        }
        return filtered
                ? but + "a seccomp filter watches it; start the container with --security-opt seccomp=unconfined"
                : but + "a security module or the kernel's configuration forbids it; see dmesg";
    }

    private boolean isBefore(KernelVersion release) {
        return kernel.map(running -> !running.isAtLeast(release)).orElse(false);
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // The file does not exist on other systems, in old kernels, or if the file system is not mounted.
            return "";
        }
    }
}
