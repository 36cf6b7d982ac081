package io.github.bpflinker.corpus;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The programs of the machine that cases build their inputs with. */
final class Compilers {

    /** What compiles a case that does not say. */
    static final String DEFAULT = "clang-22";

    private static final Map<String, Tool> CLANGS = Map.of(
            "clang-14", Tool.CLANG_14,
            "clang-16", Tool.CLANG_16,
            "clang-19", Tool.CLANG_19,
            "clang-22", Tool.CLANG_22);

    private final Path folder;
    private final Path include;

    Compilers(Path folder, Path include) {
        this.folder = folder;
        this.include = include;
    }

    /** Runs {@code tool}; false if none of that name is known. */
    boolean run(String tool, String output, List<String> arguments) {
        Tool clang = CLANGS.get(tool);
        if (clang != null) {
            execute(clang(clang.require(), output, arguments));
            return true;
        }
        switch (tool) {
            case "ar" -> execute(archive(output, arguments));
            case "objcopy" -> execute(llvm("llvm-objcopy"), arguments, List.of(output));
            case "llvm-as" -> execute(llvm("llvm-as"), arguments, List.of("-o", output));
            case "rustc" -> execute(rustc(output, arguments));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Bitcode for BPF, optimized and with debug information, as far as the arguments do not ask for something else. */
    private List<String> clang(Path clang, String output, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(clang.toString(), "-c", "-o", output));
        boolean text = arguments.stream().anyMatch(argument -> argument.endsWith(".ll"));
        if (text) {
            command.addAll(List.of("-Xclang", "-disable-llvm-passes", "-Wno-override-module"));
        } else {
            command.addAll(List.of("-I" + include, "-Wall", "-Wno-unknown-attributes"));
            addUnless(command, arguments, "-O", "-O2");
            addUnless(command, arguments, "-g", "-g");
        }
        addUnless(command, arguments, "--target", "--target=bpfel");
        if (arguments.stream().noneMatch(argument -> argument.startsWith("-fembed-bitcode"))) {
            command.add("-emit-llvm");
        }
        command.addAll(arguments);
        return command;
    }

    private static void addUnless(List<String> command, List<String> arguments, String prefix, String added) {
        if (arguments.stream().noneMatch(argument -> argument.startsWith(prefix))) {
            command.add(added);
        }
    }

    /** {@code llvm-ar}: options first, then the operation, then members. */
    private List<String> archive(String output, List<String> arguments) {
        List<String> command = new ArrayList<>(llvm("llvm-ar"));
        int at = 0;
        while (arguments.get(at).startsWith("--")) {
            command.add(arguments.get(at++));
        }
        command.add(arguments.get(at++));
        command.add(output);
        command.addAll(arguments.subList(at, arguments.size()));
        return command;
    }

    private static List<String> rustc(String output, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Tool.RUSTC.require().toString(), "--target", "bpfel-unknown-none", "-C", "panic=abort", "-o", output));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("opt-level"))) {
            command.add("-O");
        }
        command.addAll(arguments);
        return command;
    }

    private static List<String> llvm(String program) {
        return List.of(Tool.LLVM_22_TOOLS.require().resolveSibling(program).toString());
    }

    private void execute(List<String> command, List<String> arguments, List<String> last) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments);
        whole.addAll(last);
        execute(whole);
    }

    private void execute(List<String> command) {
        Command.Outcome outcome = Command.run(folder, command);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + "\n" + outcome.output());
        }
    }
}
