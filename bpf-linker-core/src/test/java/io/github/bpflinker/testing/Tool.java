package io.github.bpflinker.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A program or file of the machine that tests need. A test whose tool is missing is skipped by name; with the system
 * property {@code bpf.toolchain.required} it fails instead.
 */
public enum Tool {
    CLANG_14("clang-14", "/usr/bin/clang-14"),
    CLANG_16("clang-16", "/usr/bin/clang-16"),
    CLANG_19("clang-19", "/usr/bin/clang-19"),
    CLANG_22("clang-22", "/usr/bin/clang-22"),
    LLVM_22_TOOLS("llvm-22 and llvm-22-tools", "/usr/lib/llvm-22/bin/llvm-as /usr/lib/llvm-22/bin/FileCheck"),
    LIBLLVM_14("libllvm14", "/usr/lib/$multiarch/libLLVM-14.so.1"),
    LIBLLVM_16("libllvm16", "/usr/lib/$multiarch/libLLVM-16.so.1"),
    LIBLLVM_19("libllvm19", "/usr/lib/$multiarch/libLLVM.so.19.1"),
    LIBLLVM_22("libllvm22", "/usr/lib/$multiarch/libLLVM.so.22.1"),
    /** A rustc that has a prebuilt core for BPF. */
    RUSTC("rustc-web and libstd-rust-web-dev-bpf", "/usr/bin/rustc /usr/lib/rustlib/bpfel-unknown-none/lib"),
    CARGO("cargo-web", "/usr/bin/cargo"),
    BPFTOOL("bpftool", "/usr/sbin/bpftool"),
    /** Starts other kernels; see {@link KernelVm}. */
    QEMU("qemu-system-x86", "/usr/bin/qemu-system-x86_64"),
    BUSYBOX("busybox-static", "/bin/busybox"),
    /** Makes network namespaces and cables between them. */
    IPROUTE2("iproute2", "/usr/sbin/ip"),
    BINUTILS("binutils", "/usr/bin/ld"),
    LIBBPF_HEADERS("libbpf-dev", "/usr/include/bpf/bpf_helpers.h"),
    /** BTF of the running kernel. */
    KERNEL_BTF("a kernel with CONFIG_DEBUG_INFO_BTF", "/sys/kernel/btf/vmlinux");

    private final String packageName;

    /** Separated by spaces; the first is the tool itself. */
    private final String files;

    Tool(String packageName, String files) {
        this.packageName = packageName;
        this.files = files;
    }

    /** Where it is; the calling test is skipped, or fails, if it is not there. */
    public Path require() {
        if (!isPresent()) {
            String message = "needs " + packageName + " (" + paths() + ")";
            if (Boolean.getBoolean("bpf.toolchain.required")) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        return paths().get(0);
    }

    public boolean isPresent() {
        return paths().stream().allMatch(Files::exists);
    }

    /** The files that it needs; {@code $multiarch} stands for Debian's name of the machine, as in the script. */
    List<String> files() {
        return List.of(files.split(" ", -1));
    }

    /** The Debian packages that bring it. */
    String packageName() {
        return packageName;
    }

    private List<Path> paths() {
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        return files().stream()
                .map(file -> Path.of(file.replace("$multiarch", machine + "-linux-gnu")))
                .toList();
    }

    /** The names of those of {@code tools} that are missing, as one sentence. */
    public static Optional<String> missing(List<Tool> tools) {
        List<String> names = tools.stream()
                .filter(tool -> !tool.isPresent())
                .map(tool -> tool.packageName)
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of("needs " + String.join(", ", names));
    }
}
