package io.github.bpflinker.maven.btf;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.file.SameFile;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.maven.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The goal {@code btf-dump}: writes the BTF of objects or of any file as text, C header, Rust crate or JSON. */
public final class BtfDumpOperation {

    private final List<BtfFormat> formats;
    private final List<String> roots;
    private final Optional<Path> base;
    private final BuildLog log;

    /**
     * @param formats the output formats
     * @param roots the types to write to C headers; all if empty
     * @param base the base of split BTF, as for a kernel module
     */
    public BtfDumpOperation(List<BtfFormat> formats, List<String> roots, Optional<Path> base, BuildLog log) {
        this.formats = List.copyOf(formats);
        this.roots = List.copyOf(roots);
        this.base = base;
        this.log = log;
    }

    /**
     * The BTF of an ELF or raw BTF file, in all formats one after the other.
     *
     * @throws BuildFailure if the file has no BTF or invalid BTF
     */
    public String text(Path file) {
        Btf btf = read(file);
        StringBuilder text = new StringBuilder();
        formats.forEach(format -> text.append(format.dump(btf, roots)));
        return text.toString();
    }

    /**
     * Writes the {@link #text} of a file to another file.
     *
     * @throws BuildFailure as {@link #text}, and if both are the same file
     */
    public void write(Path file, Path output) {
        try {
            SameFile.checkOverwritten(
                    Stream.concat(Stream.of(file), base.stream()).toList(), List.of(output));
        } catch (LinkException e) {
            throw Reports.failure(e);
        }
        Reports.write(output, text(file));
    }

    /**
     * Writes the BTF of objects, one file for each object and format.
     *
     * @param folder the output directory
     * @return the number of changed files
     */
    public int write(List<Linked> objects, Path folder) {
        int written = 0;
        for (Linked object : objects) {
            if (ObjectFiles.object(object.file()).btfSize() > 0) {
                Btf btf = read(object.file());
                for (BtfFormat format : formats) {
                    Path target =
                            Layout.folder(folder, object.variant()).resolve(object.name() + ".bpf" + format.suffix());
                    written += Reports.write(target, format.dump(btf, roots)) ? 1 : 0;
                    log.debug("BTF of " + object.label() + ": " + target);
                }
            } else {
                log.info(object.file().getFileName() + " has no BTF: <btf> is false, or nothing in it has debug"
                        + " information");
            }
        }
        return written;
    }

    private Btf read(Path file) {
        return ObjectFiles.types(file, base.map(ObjectFiles::types).orElse(null));
    }
}
