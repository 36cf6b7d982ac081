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
    LLVM_22_TOOLS("llvm-22", "/usr/lib/llvm-22/bin/llvm-as"),
    LIBLLVM_14("libllvm14", "/usr/lib/llvm-14/lib/libLLVM-14.so.1"),
    LIBLLVM_16("libllvm16", "/usr/lib/llvm-16/lib/libLLVM-16.so.1"),
    LIBLLVM_19("libllvm19", "/usr/lib/llvm-19/lib/libLLVM.so.19.1"),
    LIBLLVM_22("libllvm22", "/usr/lib/llvm-22/lib/libLLVM.so.22.1"),
    /** A rustc that has a prebuilt core for BPF. */
    RUSTC("rustc-web and libstd-rust-web-dev-bpf", "/usr/bin/rustc"),
    CARGO("cargo-web", "/usr/bin/cargo"),
    BPFTOOL("bpftool", "/usr/sbin/bpftool"),
    /** Starts other kernels; see {@link KernelVm}. */
    QEMU("qemu-system-x86", "/usr/bin/qemu-system-x86_64"),
    BUSYBOX("busybox-static", "/bin/busybox"),
    APT_GET("apt", "/usr/bin/apt-get"),
    LIBBPF_HEADERS("libbpf-dev", "/usr/include/bpf/bpf_helpers.h"),
    /** BTF of the running kernel. */
    KERNEL_BTF("a kernel with CONFIG_DEBUG_INFO_BTF", "/sys/kernel/btf/vmlinux");

    private final String packageName;
    private final Path path;

    Tool(String packageName, String path) {
        this.packageName = packageName;
        this.path = Path.of(path);
    }

    /** Where it is; the calling test is skipped, or fails, if it is not there. */
    public Path require() {
        if (!isPresent()) {
            String message = "needs " + packageName + " (" + path + ")";
            if (Boolean.getBoolean("bpf.toolchain.required")) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        return path;
    }

    public boolean isPresent() {
        return Files.exists(path);
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
