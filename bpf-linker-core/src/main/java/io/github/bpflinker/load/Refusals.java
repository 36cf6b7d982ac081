package io.github.bpflinker.load;

import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.ProgramAttributes;
import io.github.bpflinker.version.KernelVersion;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Determines the cause of a rejected call, which is often not clear from the error number. */
final class Refusals {

    /** {@code r0 = 0; exit}. */
    private static final long[] RETURN_ZERO = {0xb7, 0x95};

    /** The errors of {@code btf_parse} in {@code kernel/bpf/btf.c} that are about the types. */
    private static final Set<Integer> BLAMES_TYPES = Set.of(Errno.EINVAL, Errno.E2BIG, Errno.ENOTSUPP, Errno.EEXIST);

    private Refusals() {}

    /** Creates the exception for a rejected call. */
    static LoadException of(RunningKernel kernel, String subject, String call, int errno, CallRequirement need) {
        Why why = why(kernel, errno, need);
        return new LoadException(new LoadProblem.CallRefused(subject, call, errno, why.reason(), why.remedy()));
    }

    /** Creates the exception for a call that is not permitted although the caller gave a token. */
    static LoadException despiteToken(String subject, String call, CallRequirement need) {
        return new LoadException(new LoadProblem.CallRefused(
                subject,
                call,
                Errno.EPERM,
                "the token does not permit " + (need.what().isEmpty() ? "it" : need.what())
                        + ", or this process lacks the capabilities for it in its user namespace",
                "mount the BPF file system of the token with delegate_cmds, delegate_maps, delegate_progs and"
                        + " delegate_attachs that include it, and run as root of the namespace"));
    }

    /** Whether an error of {@code BPF_BTF_LOAD} is about the types. */
    static boolean blamesTypes(int errno) {
        return BLAMES_TYPES.contains(errno);
    }

    /** Creates the exception for rejected BTF, with the kernel's log. */
    static LoadException btf(RunningKernel kernel, String object, int errno, List<String> log) {
        String subject = "types of object '" + object + "'";
        String call = Command.BTF_LOAD.kernelName();
        if (log.isEmpty() || !blamesTypes(errno)) {
            return of(kernel, subject, call, errno, CallRequirements.OF_BTF);
        }
        String last = log.get(log.size() - 1);
        return new LoadException(new LoadProblem.CallRefused(
                subject, call, errno, "the kernel says of them: " + last, "link the object again with --btf"));
    }

    /**
     * The cause and the remedy.
     *
     * @param reason empty if the error number is sufficient
     * @param remedy empty if none is known
     */
    private record Why(String reason, String remedy) {}

    private static Why why(RunningKernel kernel, int errno, CallRequirement need) {
        return switch (errno) {
            case Errno.EPERM, Errno.EACCES -> permission(kernel, need);
            case Errno.EMFILE ->
                new Why(
                        "this process has as many files open as it may",
                        "raise the limit with ulimit -n, or close some");
            case Errno.ENFILE ->
                new Why(
                        "this machine has as many files open as it may",
                        "raise fs.file-max, or end what opens so many");
            case Errno.ENOMEM ->
                new Why(
                        "the kernel has no memory for it, or the control group of this process no more than it uses",
                        "make maps smaller (max_entries), or raise memory.max");
            case Errno.E2BIG -> new Why("it is larger than the kernel allows", "make it smaller");
            case Errno.ENOSYS -> missingCall(kernel);
            default -> tooOld(kernel, need).orElse(new Why("", ""));
        };
    }

    private static Why missingCall(RunningKernel kernel) {
        return kernel.rights().filtered()
                ? new Why(
                        "a seccomp filter takes this call away",
                        "start the container with --security-opt seccomp=unconfined")
                : new Why("this kernel was built without CONFIG_BPF_SYSCALL", "use another kernel");
    }

    private static Optional<Why> tooOld(RunningKernel kernel, CallRequirement need) {
        Optional<KernelVersion> running = KernelVersion.parse(kernel.release().name());
        return running.flatMap(release -> need.features().stream()
                .filter(feature -> !feature.isIn(release))
                .filter(feature -> feature.since().isPresent())
                .findFirst()
                .map(feature -> tooOld(feature, release)));
    }

    private static Why tooOld(Feature feature, KernelVersion running) {
        return new Why(
                "Linux " + feature.since().orElseThrow() + " brought " + feature.name() + ", and this is Linux "
                        + running,
                "use a newer kernel");
    }

    private static Why permission(RunningKernel kernel, CallRequirement need) {
        Optional<String> missing = kernel.rights().missing(need.what(), need.capabilities());
        if (missing.isPresent()) {
            return split(missing.get());
        }
        Optional<Why> old = tooOld(kernel, need);
        if (old.isPresent()) {
            return old.get();
        }
        if (need.control() != 0 && loads(kernel, need.control())) {
            return new Why(
                    "this process has the capabilities for it, and a program of type "
                            + ProgramInfo.typeName(need.control()) + " loads: this kernel refuses " + need.what(),
                    "see its configuration and boot parameters, or use another kernel");
        }
        return split(kernel.rights().despiteCapabilities());
    }

    /** Splits a sentence at the semicolon. */
    private static Why split(String sentence) {
        int semicolon = sentence.indexOf("; ");
        return semicolon < 0
                ? new Why(sentence, "")
                : new Why(sentence.substring(0, semicolon), sentence.substring(semicolon + 2));
    }

    /** Whether a minimal program of a type can be loaded. */
    private static boolean loads(RunningKernel kernel, int type) {
        ByteBuffer code = ByteBuffer.allocate(RETURN_ZERO.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long instruction : RETURN_ZERO) {
            code.putLong(instruction);
        }
        int fd = kernel.bpf().tryLoadProgram(new ProgramAttributes(type, code.flip(), "GPL"));
        if (fd >= 0) {
            kernel.bpf().calls().close(fd);
        }
        return fd >= 0;
    }
}
