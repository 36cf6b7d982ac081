package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.generate.GenerateException;
import io.github.bpflinker.generate.GenerateOptions;
import io.github.bpflinker.generate.JavaGenerator;
import io.github.bpflinker.generate.JavaSource;
import io.github.bpflinker.generate.ObjectSource;
import io.github.bpflinker.generate.Visibility;
import io.github.bpflinker.input.FileBytes;
import io.github.bpflinker.link.emit.AtomicOutputFiles;
import io.github.bpflinker.text.Printable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code generate}: writes Java sources for objects. */
final class GenerateCommand implements Subcommand {

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "generate",
                        "Writes Java sources for BPF objects: a class that loads each, with its maps, programs and global"
                                + " variables, and a class for each struct. A source that would not change is not"
                                + " written.")
                .value("--package", "NAME", "The package of all classes, such as com.example.bpf.")
                .value("--output", "DIR", "The root of the sources.", "-o")
                .value(
                        "--resources",
                        "PATH",
                        "Where the application has the objects on its class path; /bpf by default.")
                .values(
                        "--type",
                        "NAME",
                        "Also a class for this struct, union or enumeration; MAP=NAME says what a ring buffer carries.")
                .flag("--package-private", "Classes that only their package can use.")
                .flag("--null-marked", "Annotate classes with NullMarked of JSpecify.")
                .files("OBJECT", "1..*", "The objects. One named packets.bpf.o has the class Packets.");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        String packageName = required(parsed.get(), "--package", "com.example.bpf");
        Path root = Path.of(required(parsed.get(), "--output", "target/generated-sources/bpf"));
        GenerateOptions options = new GenerateOptions(
                packageName,
                parsed.get().has("--package-private") ? Visibility.PACKAGE : Visibility.PUBLIC,
                parsed.get().values("--type"),
                parsed.get().has("--null-marked"));
        try {
            write(root, JavaGenerator.generate(objects(parsed.get()), options));
            return ExitCode.OK;
        } catch (GenerateException e) {
            console.err().println("Error: " + Printable.line(String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        }
    }

    private static String required(SubcommandLine.Parsed parsed, String option, String example) {
        return parsed.value(option)
                .orElseThrow(() ->
                        new UsageException(option + " is missing: give one such as " + example, "bpf-linker generate"));
    }

    /** @throws LinkException if one is no BPF object */
    private static List<ObjectSource> objects(SubcommandLine.Parsed parsed) {
        String folder = parsed.value("--resources").orElse("/bpf").replaceAll("^/+|/+$", "");
        String before = folder.isEmpty() ? "/" : "/" + folder + "/";
        List<ObjectSource> objects = new ArrayList<>();
        for (String file : parsed.files()) {
            String name = String.valueOf(Path.of(file).getFileName());
            int dot = name.indexOf('.', 1);
            BpfObject object = BpfObject.read(file, FileContent.read(Path.of(file)));
            objects.add(ObjectSource.of(dot < 0 ? name : name.substring(0, dot), before + name, object));
        }
        return objects;
    }

    /** @throws LinkException if a source that is there can't be read, or one can't be written */
    private static void write(Path root, List<JavaSource> sources) {
        Map<Path, ByteBuffer> changed = new LinkedHashMap<>();
        for (JavaSource source : sources) {
            Path file = root.resolve(source.path());
            ByteBuffer text = StandardCharsets.UTF_8.encode(source.text());
            if (!Files.exists(file) || !FileBytes.of(file.toString(), file).equals(text)) {
                changed.put(file, text);
            }
        }
        changed.keySet().stream()
                .flatMap(file -> Optional.ofNullable(file.getParent()).stream())
                .distinct()
                .forEach(AtomicOutputFiles::makeFolder);
        AtomicOutputFiles.write(changed);
    }
}
