package io.github.bpflinker.maven.btf;

import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.project.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The complete input of the goal {@code vmlinux}.
 *
 * @param btf an ELF or raw file with a kernel's BTF
 * @param roots the types to write to the header with their dependencies; all if empty
 * @param header the header
 * @param crate the folder of the crate; empty if none is wanted
 * @param layout the directories of the project; empty without one, whose files are compared in each run
 * @param identity the identity of this plugin, a part of every incremental key
 */
public record VmlinuxRequest(
        Path btf, List<String> roots, Path header, Optional<Path> crate, Optional<Layout> layout, String identity) {

    public VmlinuxRequest {
        roots = List.copyOf(roots);
    }

    /** The file of the build state, which is separate for each header. */
    static Path state(Layout layout, Path header) {
        return layout.state("vmlinux", Layout.shortDigest(List.of(layout.name(header))));
    }

    /** A digest of all that is not the content of a file. */
    String key() {
        List<String> parts = new ArrayList<>(List.of(
                identity,
                btf.toString(),
                header.toString(),
                crate.map(Path::toString).orElse("")));
        parts.addAll(roots);
        return Digest.ofTexts(parts);
    }
}
