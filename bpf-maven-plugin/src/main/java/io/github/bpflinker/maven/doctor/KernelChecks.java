package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.load.host.KernelAbilities;
import io.github.bpflinker.maven.doctor.Check.Area;
import java.util.ArrayList;
import java.util.List;

/** Checks the requirements of {@code bpf:verify} and {@code bpf:vmlinux} on the running kernel. */
final class KernelChecks {

    private KernelChecks() {}

    static List<Check> run(DoctorRequest request) {
        KernelAbilities kernel = request.kernel();
        boolean needed = request.verifies();
        List<Check> checks = new ArrayList<>();
        checks.add(kernel.release()
                .map(release -> Check.found(Area.KERNEL, "Linux", release, "", ""))
                .orElseGet(() -> Check.missing(
                        Area.KERNEL,
                        "Linux",
                        needed,
                        "this is " + System.getProperty("os.name", "another system"),
                        "run bpf:verify on Linux")));
        kernel.unsupported()
                .filter(reason -> kernel.release().isPresent())
                .ifPresent(reason -> checks.add(Check.missing(Area.KERNEL, "loader", needed, reason, "")));
        checks.add(
                kernel.hasBtf()
                        ? Check.found(Area.KERNEL, "BTF", "", KernelAbilities.KERNEL_BTF.toString(), "")
                        : Check.missing(
                                Area.KERNEL,
                                "BTF",
                                false,
                                "the kernel does not describe its types, so neither bpf:vmlinux nor CO-RE works here",
                                "run a kernel built with CONFIG_DEBUG_INFO_BTF"));
        checks.add(
                kernel.hasBpfFileSystem()
                        ? Check.found(Area.KERNEL, "BPF file system", "", "/sys/fs/bpf", "")
                        : Check.missing(
                                Area.KERNEL,
                                "BPF file system",
                                false,
                                "not mounted; nothing can be pinned",
                                "mount -t bpf bpf /sys/fs/bpf"));
        checks.add(
                kernel.mayLoad()
                        ? Check.found(Area.KERNEL, "permission", "", "", "this process may load programs")
                        : Check.missing(
                                Area.KERNEL,
                                "permission",
                                needed,
                                "this process has neither CAP_BPF nor CAP_SYS_ADMIN; bpf:verify skips",
                                "run Maven as root"));
        return checks;
    }
}
