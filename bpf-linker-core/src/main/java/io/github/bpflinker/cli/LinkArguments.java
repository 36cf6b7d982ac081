package io.github.bpflinker.cli;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkRequest.Switch;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the arguments of {@code link} ask for.
 *
 * @param request the link itself
 * @param output where its first output goes
 * @param time whether to print the time of each phase
 * @param logLevel how much to tell
 * @param logFile a file to which log lines are appended
 */
record LinkArguments(LinkRequest request, Path output, boolean time, LogLevel logLevel, Optional<Path> logFile) {

    private static final Map<LinkOption, Switch> SWITCHES = switches();

    /** @throws UsageException if something is missing or has a value that is none */
    static LinkArguments of(LinkLine parsed) {
        if (parsed.inputs().isEmpty()) {
            throw new UsageException("no input: name at least one bitcode file, object or archive");
        }
        Path output = parsed.last(LinkOption.OUTPUT).map(Path::of).orElseThrow(() -> noOutput(parsed));
        return new LinkArguments(
                request(parsed, output),
                output,
                parsed.has(LinkOption.TIME),
                logLevel(parsed),
                parsed.last(LinkOption.LOG_FILE).map(Path::of));
    }

    /** What names the output may be in a response file that is not there, which is then an input like any other. */
    private static UsageException noOutput(LinkLine parsed) {
        return parsed.inputs().stream()
                .filter(input -> input.startsWith("@") && !Files.exists(Path.of(input)))
                .findFirst()
                .map(input -> new UsageException(
                        "no output, and no response file '" + input.substring(1) + "': correct its path"))
                .orElseGet(() -> new UsageException("no output: say with -o FILE where it goes"));
    }

    private static LinkRequest request(LinkLine parsed, Path output) {
        LinkRequest.Builder request = LinkRequest.builder().output(output);
        for (String input : parsed.inputs()) {
            request.input(Path.of(input));
        }
        request.emit(kinds(parsed.all(LinkOption.EMIT)));
        parsed.last(LinkOption.TARGET).ifPresent(request::target);
        parsed.last(LinkOption.CPU).ifPresent(request::cpu);
        parsed.last(LinkOption.CPU_FEATURES).ifPresent(request::cpuFeatures);
        parsed.last(LinkOption.OPTIMIZE).ifPresent(level -> request.optimization(level(level)));
        request.btf(parsed.has(LinkOption.BTF));
        if (parsed.has(LinkOption.EXPORT)) {
            request.exports(parsed.all(LinkOption.EXPORT));
        }
        parsed.last(LinkOption.EXPORT_SYMBOLS).map(Path::of).ifPresent(request::exportFile);
        parsed.last(LinkOption.LLVM).map(RequestedLlvm::parse).ifPresent(request::llvm);
        request.llvmArgs(parsed.all(LinkOption.LLVM_ARGS));
        SWITCHES.forEach((option, which) -> request.set(which, parsed.has(option)));
        request.set(
                Switch.IGNORE_LLVM_ERRORS,
                parsed.last(LinkOption.FATAL_ERRORS).filter("false"::equals).isPresent());
        parsed.last(LinkOption.UNLOADABLE).ifPresent(value -> unloadable(value, request));
        parsed.last(LinkOption.KERNEL).ifPresent(version -> request.kernel(kernel(version)));
        parsed.last(LinkOption.PANIC_EXIT).ifPresent(value -> request.panicValue(number(LinkOption.PANIC_EXIT, value)));
        parsed.last(LinkOption.DUMP_MODULE).map(Path::of).ifPresent(request::dumpModule);
        parsed.last(LinkOption.LINK_MAP).map(Path::of).ifPresent(request::linkMap);
        return request.build();
    }

    private static Map<LinkOption, Switch> switches() {
        Map<LinkOption, Switch> switches = new EnumMap<>(LinkOption.class);
        switches.put(LinkOption.ALLOW_BPF_TRAP, Switch.ALLOW_BPF_TRAP);
        switches.put(LinkOption.UNROLL_LOOPS, Switch.UNROLL_LOOPS);
        switches.put(LinkOption.IGNORE_INLINE_NEVER, Switch.IGNORE_INLINE_NEVER);
        switches.put(LinkOption.DISABLE_EXPAND_MEMCPY_IN_ORDER, Switch.DISABLE_EXPAND_MEMCPY_IN_ORDER);
        switches.put(LinkOption.DISABLE_MEMORY_BUILTINS, Switch.DISABLE_MEMORY_BUILTINS);
        switches.put(LinkOption.KEEP_OPTNONE, Switch.KEEP_OPTNONE);
        switches.put(LinkOption.KEEP_DWARF, Switch.KEEP_DWARF);
        switches.put(LinkOption.INLINE_ALL, Switch.INLINE_ALL);
        switches.put(LinkOption.UNROLL_ALL, Switch.UNROLL_ALL);
        switches.put(LinkOption.PANIC_EXIT, Switch.PANICS_EXIT);
        switches.put(LinkOption.RELOCATABLE, Switch.RELOCATABLE);
        switches.put(LinkOption.WHOLE_ARCHIVE, Switch.WHOLE_ARCHIVE);
        switches.put(LinkOption.FATAL_EXPORTS, Switch.FATAL_EXPORTS);
        switches.put(LinkOption.FATAL_UNDEFINED, Switch.FATAL_UNDEFINED);
        return switches;
    }

    private static OutputKind[] kinds(List<String> names) {
        List<OutputKind> kinds = new ArrayList<>();
        for (String name : names) {
            OutputKind kind = OutputKind.ofOptionName(name)
                    .orElseThrow(() -> new UsageException(
                            "--emit knows no '" + name + "': it takes obj, llvm-bc, llvm-ir or asm"));
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds.isEmpty() ? new OutputKind[] {OutputKind.OBJ} : kinds.toArray(OutputKind[]::new);
    }

    private static OptimizationLevel level(String name) {
        return OptimizationLevel.ofOptionName(name)
                .orElseThrow(() -> new UsageException("-O knows no level '" + name + "': it takes 0, 1, 2, 3, s or z"));
    }

    private static KernelVersion kernel(String version) {
        return KernelVersion.parse(version)
                .orElseThrow(() -> new UsageException("--kernel takes a version such as 4.15, not '" + version + "'"));
    }

    private static void unloadable(String value, LinkRequest.Builder request) {
        switch (value) {
            case "warn" -> {}
            case "error" -> request.set(Switch.FATAL_UNLOADABLE, true);
            case "allow" -> request.set(Switch.ALLOW_UNLOADABLE, true);
            default -> throw new UsageException("--unloadable knows no '" + value + "': it takes warn, error or allow");
        }
    }

    private static int number(LinkOption option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageException(option.spellings().get(0) + " takes a number, not '" + text + "'");
        }
    }

    private static LogLevel logLevel(LinkLine parsed) {
        return parsed.last(LinkOption.LOG_LEVEL)
                .map(name -> LogLevel.ofOptionName(name)
                        .orElseThrow(() -> new UsageException("--log-level knows no '" + name
                                + "': it takes off, error, warn, info, debug or trace")))
                .or(() -> Optional.ofNullable(System.getenv(RustLog.VARIABLE)).flatMap(RustLog::level))
                .orElse(LogLevel.WARN);
    }
}
