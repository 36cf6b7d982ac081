package io.github.bpflinker.btf;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The C files of {@code src/test/resources/btf}, compiled by the real clang, and the kernel's BTF. */
public final class BtfSamples {

    private static final Path SOURCES = Path.of("src/test/resources/btf");

    private BtfSamples() {}

    /** All C files directly in the folder. */
    public static List<Path> sources() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path source(String name) {
        return SOURCES.resolve(name);
    }

    /** Compiles to an object in {@code folder}. */
    public static Path compile(Path source, String target, Path folder, String... options) {
        Path object = folder.resolve(source.getFileName() + "." + target + ".o");
        List<String> command = new ArrayList<>(List.of(
                Tool.CLANG_22.require().toString(), "-target", target, "-g", "-O2", "-c", "-o", object.toString()));
        command.addAll(List.of(options));
        command.add(source.toString());
        Command.run(Path.of("."), command).orFail();
        return object;
    }

    /** Compiles Rust for BPF, little-endian, to an object in {@code folder}. */
    public static Path compileRust(Path source, Path folder) {
        String bitcode = folder.resolve(source.getFileName() + ".bc").toString();
        Path object = folder.resolve(source.getFileName() + ".o");
        String rustc = Tool.RUSTC.require().toString();
        Command.run(
                        rustc,
                        "--target=bpfel-unknown-none",
                        "--emit=llvm-bc",
                        "-O",
                        "-g",
                        "-o",
                        bitcode,
                        source.toString())
                .orFail();
        String llc = Tool.LLVM_22_TOOLS.require().resolveSibling("llc").toString();
        Command.run(llc, "-march=bpf", "-filetype=obj", "-o", object.toString(), bitcode)
                .orFail();
        return object;
    }

    /** The BTF of an object compiled from {@code source}. */
    public static BtfFile compileAndRead(String source, String target, Path folder) {
        return BtfFile.read(compile(source(source), target, folder), null);
    }

    public static Btf kernel() {
        return BtfFile.read(Tool.KERNEL_BTF.require(), null).btf();
    }

    public static String bpftool(Path file, String... options) {
        List<String> command = new ArrayList<>(List.of(Tool.BPFTOOL.require().toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("btf", "dump", "file", file.toString()));
        return Command.run(Path.of("."), command).orFail();
    }
}
