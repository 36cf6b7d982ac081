package io.github.bpflinker.cli;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.dump.CHeaderDump;
import io.github.bpflinker.btf.dump.ExtDump;
import io.github.bpflinker.btf.dump.JsonDump;
import io.github.bpflinker.btf.dump.RawDump;
import io.github.bpflinker.btf.rust.LayoutDump;
import io.github.bpflinker.btf.rust.SlotDump;
import io.github.bpflinker.file.SameFile;
import io.github.bpflinker.link.emit.AtomicOutputFiles;
import io.github.bpflinker.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The command {@code btf-dump}: lists the types of objects and kernels as text, JSON or a C header. */
final class BtfDumpCommand implements Subcommand {

    private static SubcommandLine newLine() {
        return new SubcommandLine("btf-dump", "Shows the BTF of objects, or of files that hold nothing else.")
                .value(
                        "--format",
                        "FORMAT",
                        "raw (default), as bpftool lists types; c, a header; rust, a crate for CO-RE; or json.")
                .value("--base", "FILE", "What the types of a kernel module continue: /sys/kernel/btf/vmlinux.")
                .values(
                        "--root",
                        "NAME",
                        "Only these types and what they need, in a header or a layout; separated by commas.")
                .flag("--layout", "With --format rust, the exact layouts of the types of --root, or of all.")
                .flag("--ext", "List functions, lines and CO-RE relocations, too, after the types.")
                .value("--output", "FILE", "Write to FILE instead of standard output.", "-o")
                .files("FILE", "1..*", "The objects or other files; of a header or a crate one.");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        Optional<Path> output = parsed.get().value("--output").map(Path::of);
        SameFile.checkOverwritten(
                Stream.concat(parsed.get().files().stream(), parsed.get().value("--base").stream())
                        .map(Path::of)
                        .toList(),
                output.stream().toList());
        StringBuilder text = new StringBuilder();
        try {
            dump(parsed.get(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (output.isPresent()) {
            AtomicOutputFiles.write(Map.of(output.get(), StandardCharsets.UTF_8.encode(text.toString())));
        } else {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            console.out().write(bytes, 0, bytes.length);
            console.out().flush();
        }
        return ExitCode.OK;
    }

    private static void dump(SubcommandLine.Parsed parsed, Appendable out) throws IOException {
        String format = parsed.value("--format").orElse("raw");
        List<String> files = parsed.files();
        check(parsed, format);
        Btf base = parsed.value("--base")
                .map(file -> BtfFile.read(Path.of(file), null).btf())
                .orElse(null);
        for (String name : files) {
            BtfFile file = BtfFile.read(Path.of(name), base);
            switch (format) {
                case "c" -> header(file.btf(), parsed.values("--root"), out);
                case "rust" -> rust(file.btf(), parsed, out);
                case "json" -> JsonDump.write(file.btf(), out);
                default -> {
                    if (files.size() > 1) {
                        out.append("# ").append(Printable.line(name)).append('\n');
                    }
                    RawDump.write(file.btf(), out);
                    if (parsed.has("--ext") && file.ext().isPresent()) {
                        ExtDump.write(file.btf(), file.ext().get(), out);
                    }
                }
            }
        }
    }

    private static void header(Btf btf, List<String> roots, Appendable out) throws IOException {
        if (roots.isEmpty()) {
            CHeaderDump.write(btf, out);
        } else {
            CHeaderDump.write(btf, roots, out);
        }
    }

    private static void rust(Btf btf, SubcommandLine.Parsed parsed, Appendable out) throws IOException {
        if (parsed.has("--layout")) {
            LayoutDump.write(btf, parsed.values("--root"), out);
        } else {
            SlotDump.write(btf, out);
        }
    }

    private static void check(SubcommandLine.Parsed parsed, String format) {
        if (!List.of("raw", "c", "rust", "json").contains(format)) {
            throw wrong("--format does not accept '" + format + "': use raw, c, rust or json");
        }
        boolean layout = parsed.has("--layout");
        if (layout && !format.equals("rust")) {
            throw wrong("--layout is for Rust: --format rust");
        }
        if (!List.of("raw", "json").contains(format) && parsed.files().size() > 1) {
            throw wrong((format.equals("c") ? "a header" : "a crate") + " is made of one FILE");
        }
        if (!format.equals("c") && !layout && !parsed.values("--root").isEmpty()) {
            throw wrong("--root is for headers and layouts: --format c, or --format rust --layout");
        }
        if (!format.equals("raw") && parsed.has("--ext")) {
            throw wrong("--ext is for listings: --format raw");
        }
    }

    private static UsageException wrong(String sentence) {
        return new UsageException(sentence, "bpf-linker btf-dump");
    }
}
