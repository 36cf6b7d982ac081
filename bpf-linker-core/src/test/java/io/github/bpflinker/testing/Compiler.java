package io.github.bpflinker.testing;

import io.github.bpflinker.llvm.locate.LlvmLocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles small programs with the machine's compilers; skips by name where one is missing. */
public final class Compiler {

    private Compiler() {}

    /**
     * Compiles C.
     *
     * @param folder where {@code output} is made
     * @param options target, optimization, kind of output
     */
    public static Path clang(Tool clang, Path folder, String output, String source, String... options) {
        List<String> command = new ArrayList<>(List.of(clang.require().toString()));
        command.addAll(List.of(options));
        Path file = write(folder, output + ".c", source);
        command.addAll(List.of("-c", file.toString(), "-o", output));
        Command.run(folder, command).orFail();
        return folder.resolve(output);
    }

    /** Compiles C with the clang that is always there. */
    public static Path embeddedClang(Path folder, String output, String source, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-c", write(folder, output + ".c", source).toString(), "-o", output));
        ProcessBuilder clang =
                LlvmLocator.ofSystem().embedded().orElseThrow().clang().command(arguments);
        Command.run(folder, clang.command()).orFail();
        return folder.resolve(output);
    }

    /** Compiles Rust for {@code bpfel-unknown-none}. */
    public static Path rustc(Path folder, String output, String source, String... options) {
        List<String> command = new ArrayList<>(List.of(Tool.RUSTC.require().toString()));
        command.addAll(List.of("--target", "bpfel-unknown-none", "-O", "-C", "panic=abort"));
        command.addAll(List.of(options));
        Path file = write(folder, output.replace('.', '_') + ".rs", source);
        command.addAll(List.of(file.toString(), "-o", output));
        Command.run(folder, command).orFail();
        return folder.resolve(output);
    }

    /** Runs a tool of LLVM 22. */
    public static void llvm(Path folder, String tool, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Tool.LLVM_22_TOOLS.require().resolveSibling(tool).toString());
        command.addAll(List.of(arguments));
        Command.run(folder, command).orFail();
    }

    public static Path write(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
