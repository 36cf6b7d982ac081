package io.github.bpflinker.corpus;

import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts the linker as a process of its own, because LLVM and its options are process-wide and some cases would crash
 * the tests.
 */
final class LinkerProcess {

    private static final int LIMIT_SECONDS = 180;
    private static final String WRAPPER = "linker.sh";

    private final TestedLinker tested;
    private final Path folder;
    private final Llvm llvm;

    LinkerProcess(TestedLinker tested, Path folder, Llvm llvm) {
        this.tested = tested;
        this.folder = folder;
        this.llvm = llvm;
    }

    /** The same linker, working elsewhere. */
    LinkerProcess in(Path elsewhere) {
        return new LinkerProcess(tested, elsewhere, llvm);
    }

    /** How a process ended and what it printed. */
    record Ended(List<String> command, int exitCode, String stdout, String stderr) {}

    Ended run(Step.How how, List<String> written) throws IOException {
        List<String> arguments = Llvm.withPaths(written);
        return switch (how) {
            case CLI -> direct(arguments);
            case LINK -> direct(complete(arguments));
            case RUSTC -> throughRustc(arguments);
            case WORKER -> worker(arguments);
        };
    }

    /** The output that a link with these arguments writes. */
    static Optional<String> output(Step.How how, List<String> arguments) {
        int at = arguments.lastIndexOf("-o");
        if (at >= 0) {
            return Optional.of(arguments.get(at + 1));
        }
        return how == Step.How.CLI ? Optional.empty() : Optional.of("out.o");
    }

    /** Hands one worker a request for each part of the arguments, in Bazel's JSON worker protocol. */
    private Ended worker(List<String> arguments) throws IOException {
        StringBuilder requests = new StringBuilder();
        int id = 0;
        for (String request : String.join("\",\"", arguments).split("\",\";;\",\"", -1)) {
            requests.append("{\"arguments\":[\"" + request + "\"],\"requestId\":" + ++id + "}\n");
        }
        Path input = Files.writeString(folder.resolve("requests"), requests);
        return run(List.of(tested.command().toString(), "--persistent_worker"), "stderr", input);
    }

    private List<String> complete(List<String> arguments) {
        List<String> all = new ArrayList<>();
        if (!arguments.contains("-o")) {
            all.addAll(List.of("-o", "out.o"));
        }
        addLlvm(all, arguments);
        all.addAll(arguments);
        return all;
    }

    private void addLlvm(List<String> all, List<String> arguments) {
        if (!arguments.contains("--llvm")) {
            llvm.option().ifPresent(option -> all.addAll(List.of("--llvm", option)));
        }
    }

    private Ended direct(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(tested.command().toString());
        command.addAll(arguments);
        return run(command, "stderr");
    }

    /** rustc swallows what its linker says if that succeeds; the wrapper keeps it. */
    private Ended throughRustc(List<String> arguments) throws IOException {
        int split = arguments.contains("--") ? arguments.indexOf("--") : arguments.size();
        List<String> own = arguments.subList(0, split);
        List<String> linker = new ArrayList<>();
        addLlvm(linker, arguments);
        linker.addAll(arguments.subList(Math.min(split + 1, arguments.size()), arguments.size()));
        Path wrapper = folder.resolve(WRAPPER);
        Files.writeString(wrapper, "#!/bin/sh\nexec '" + tested.command() + "' \"$@\" 2>linker.stderr\n");
        if (!wrapper.toFile().setExecutable(true)) {
            throw new IOException("can't make " + wrapper + " executable");
        }
        List<String> command = new ArrayList<>(List.of(Tool.RUSTC.require().toString()));
        command.addAll(List.of("--crate-type", "bin", "-C", "panic=abort", "-C", "linker=./" + WRAPPER));
        addDefault(command, own, "--target", "bpfel-unknown-none");
        addDefault(command, own, "-o", "out.o");
        if (own.stream().noneMatch(argument -> argument.startsWith("opt-level"))) {
            command.add("-O");
        }
        if (own.stream().noneMatch(argument -> argument.startsWith("debuginfo"))) {
            command.addAll(List.of("-C", "debuginfo=2"));
        }
        command.addAll(own);
        linker.forEach(argument -> command.addAll(List.of("-C", "link-arg=" + argument)));
        return run(command, "linker.stderr");
    }

    private static void addDefault(List<String> command, List<String> own, String option, String value) {
        if (!own.contains(option)) {
            command.addAll(List.of(option, value));
        }
    }

    private Ended run(List<String> command, String stderrName) throws IOException {
        return run(command, stderrName, Path.of("/dev/null"));
    }

    private Ended run(List<String> command, String stderrName, Path input) throws IOException {
        Path stdout = folder.resolve("stdout");
        Path stderr = folder.resolve("stderr");
        Files.deleteIfExists(folder.resolve(stderrName));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        Path said = folder.resolve(stderrName);
        String text = Files.exists(said) ? Files.readString(said) : Files.readString(stderr);
        return new Ended(command, process.exitValue(), Files.readString(stdout), text);
    }
}
