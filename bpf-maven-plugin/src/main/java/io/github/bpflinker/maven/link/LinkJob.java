package io.github.bpflinker.maven.link;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One link of a build.
 *
 * @param unit what is linked
 * @param variant the way in which it is linked
 * @param request what the linker is asked for; names an output
 * @param state where to keep what was known
 */
public record LinkJob(LinkUnit unit, Variant variant, LinkRequest request, Path state) {

    /** Where the first kind of output goes. */
    public Path output() {
        return request.output().orElseThrow();
    }

    /** What messages call the output, such as {@code v4/probe.bpf.o}. */
    public String displayName() {
        String name = String.valueOf(output().getFileName());
        return variant.isPlain() ? name : variant.classifier() + "/" + name;
    }

    /** The modules before and after optimization; those that are only merged have no other. */
    List<Path> dumped() {
        return request.dumpFiles().stream().filter(Files::exists).toList();
    }

    /** Every file that the link writes, but for those that help to see what it does. */
    public List<Path> outputs() {
        return request.outputFiles();
    }
}
