package io.github.bpflinker.btf.rust;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Crates that are compiled for BPF with all warnings as errors. */
final class Crates {

    static final Path RUNNING = Path.of("/sys/kernel/btf/vmlinux");

    private final Path folder;

    Crates(Path folder) {
        this.folder = folder;
    }

    static Btf read(Path file) {
        try {
            return BtfReader.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types of a kernel of {@code src/test/resources/load/kernels}. */
    static Btf kernel(String name) {
        return read(Path.of("src/test/resources/load/kernels", name + ".btf").toAbsolutePath());
    }

    /** The crate {@code vmlinux}. */
    Command.Outcome slots(Btf btf) {
        StringBuilder text = new StringBuilder();
        try {
            SlotDump.write(btf, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return library("vmlinux", text.toString());
    }

    Command.Outcome layout(Btf btf, String... roots) {
        StringBuilder text = new StringBuilder("#![no_std]\n");
        try {
            LayoutDump.write(btf, List.of(roots), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return library("layout", text.toString());
    }

    private Command.Outcome library(String name, String text) {
        return rustc(
                write(name + ".rs", text),
                "--crate-name=" + name,
                "--crate-type=rlib",
                "-O",
                "-o",
                "lib" + name + ".rlib");
    }

    /** Checks the statements of a function that gets a {@code task}, with the crate {@code vmlinux}. */
    Command.Outcome statements(String... lines) {
        String text = "#![no_std]\nuse vmlinux::*;\npub fn program(task: *const task_struct) {\n"
                + String.join("\n", lines) + "\nlet _ = task;\n}\n";
        return rustc(
                write("program.rs", text),
                "--crate-type=rlib",
                "-Cdebuginfo=2",
                "--extern=vmlinux=libvmlinux.rlib",
                "--emit=llvm-ir",
                "-o",
                "program.ll");
    }

    /** What {@link #statements} was compiled to. */
    String code() {
        try {
            return Files.readString(folder.resolve("program.ll"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Command.Outcome rustc(Path source, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Tool.RUSTC.require().toString()));
        command.addAll(List.of("--edition=2021", "--target=bpfel-unknown-none", "-Cpanic=abort", "-Dwarnings"));
        command.addAll(List.of(arguments));
        command.add(source.toString());
        return Command.run(folder, command);
    }
}
