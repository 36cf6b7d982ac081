package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.run.TestResult;
import io.github.bpflinker.run.TestRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code prog}: runs a program of an object on data from a file. */
final class ProgramCommand extends KernelCommand {

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "prog",
                        "Loads one program of an object, runs it on data from files without attaching it, and says"
                                + " what it returned and how long it took: bpf-linker prog run FILE PROGRAM. Nothing stays"
                                + " loaded, and no map is pinned or shared. Needs permission as load does.")
                .value("--data", "FILE", "The packet, from its Ethernet header on.")
                .value("--context", "FILE", "The context, laid out as the kernel's struct.")
                .value("--repeat", "COUNT", "Run it so often, and give the mean duration.")
                .value("--data-out", "FILE", "Write the packet that the program left.")
                .flag("--json", "Write JSON, for programs.")
                .files("ARGUMENT", "1..*", "The word run, the object, and the name of the program's function.");
    }

    @Override
    int execute(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        List<String> words = parsed.get().files();
        if (words.size() != 3 || !words.get(0).equals("run")) {
            throw new UsageException("use it as prog run FILE PROGRAM", "bpf-linker prog");
        }
        Path file = Path.of(words.get(1));
        BpfObject object = BpfObject.read(words.get(1), ByteBuffer.wrap(read(file)));
        BpfLoader loader = BpfLoader.of(object)
                .withoutPins()
                .programs((program, settings) -> settings.load(program.name().equals(words.get(2))));
        try (LoadedObject loaded =
                loader.program(words.get(2), settings -> settings.load(true)).load()) {
            TestResult result = test(loaded, words.get(2), parsed.get()).run();
            if (parsed.get().value("--data-out").isPresent()) {
                write(Path.of(parsed.get().value("--data-out").get()), result.data());
            }
            print(result, parsed.get().has("--json"), console);
            return ExitCode.OK;
        }
    }

    private static TestRun test(LoadedObject loaded, String name, SubcommandLine.Parsed parsed) {
        TestRun run = TestRun.of(loaded.program(name));
        if (parsed.value("--data").isPresent()) {
            run = run.data(read(Path.of(parsed.value("--data").get())));
        }
        if (parsed.value("--context").isPresent()) {
            run = run.context(read(Path.of(parsed.value("--context").get())));
        }
        if (parsed.value("--repeat").isPresent()) {
            try {
                run = run.repeat(Integer.parseInt(parsed.value("--repeat").get()));
            } catch (IllegalArgumentException e) {
                throw new UsageException(
                        "'" + parsed.value("--repeat").get() + "' is no number of repetitions", "bpf-linker prog");
            }
        }
        return run;
    }

    private static void print(TestResult result, boolean json, Console console) {
        if (json) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("returnValue", JsonValue.of(result.returnValue()));
            members.put("nanoseconds", JsonValue.of(result.duration().toNanos()));
            members.put("data", JsonValue.of(HexFormat.of().formatHex(result.data())));
            members.put("context", JsonValue.of(HexFormat.of().formatHex(result.context())));
            console.out().println(new JsonValue.JsonObject(members));
            return;
        }
        console.out()
                .println("returned " + result.returnValue() + ", "
                        + result.duration().toNanos() + " ns, " + result.data().length + " bytes of data");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw failed("could not read " + file, e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw failed("could not write " + file, e);
        }
    }

    private static LinkException failed(String what, IOException e) {
        return new LinkException(Diagnostic.error(Problem.INTERNAL).withDetail(what + ": " + SystemReason.of(e)), e);
    }
}
