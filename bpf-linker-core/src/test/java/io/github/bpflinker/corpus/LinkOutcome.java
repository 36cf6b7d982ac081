package io.github.bpflinker.corpus;

import io.github.bpflinker.corpus.LinkerProcess.Ended;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a link left behind.
 *
 * @param folder where it ran
 * @param step what it was asked
 * @param llvm the library that it was asked to use
 * @param output its output, whether it was written or not; empty if it names none
 * @param ended how it ended
 */
record LinkOutcome(Path folder, Step.Link step, Llvm llvm, Optional<Path> output, Ended ended) {

    Path written() {
        return output.orElseThrow(() -> new AssertionError("this step has no output"));
    }

    /** Whether the output is an ELF file. */
    boolean isObject() throws IOException {
        if (output.isEmpty() || !Files.isRegularFile(output.get())) {
            return false;
        }
        return ElfFile.startsLikeElf(ByteBuffer.wrap(Files.readAllBytes(output.get())));
    }

    ObjectShape shape() {
        try {
            byte[] bytes = Files.readAllBytes(written());
            return new ObjectShape(ElfFile.read(written().getFileName().toString(), ByteBuffer.wrap(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text that a directive looks into. */
    String text(String source) throws IOException {
        return switch (source) {
            case "STDERR" -> ended.stderr();
            case "STDOUT" -> ended.stdout();
            case "DISASM" -> tool("llvm-objdump", "-d", "-r", "--no-show-raw-insn");
            case "IR" -> ir();
            case "BTF" ->
                Command.run(
                                Tool.BPFTOOL.require().toString(),
                                "btf",
                                "dump",
                                "file",
                                written().toString())
                        .orFail();
            default -> Files.readString(folder.resolve(source));
        };
    }

    private String ir() throws IOException {
        if (written().toString().endsWith(".ll")) {
            return Files.readString(written());
        }
        return tool("llvm-dis", "-o", "-");
    }

    private String tool(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Tool.LLVM_22_TOOLS.require().resolveSibling(program).toString());
        command.addAll(List.of(arguments));
        command.add(written().toString());
        return Command.run(folder, command).orFail();
    }
}
