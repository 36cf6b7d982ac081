package io.github.bpflinker.maven.link;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A link of one unit in one variant.
 *
 * @param unit the inputs
 * @param variant the variant
 * @param request the request, with an output file
 * @param state the file of the build state
 */
public record LinkJob(LinkUnit unit, Variant variant, LinkRequest request, Path state) {

    /** The file for the first kind of output. */
    public Path output() {
        return request.output().orElseThrow();
    }

    /** The name of the output in messages, such as {@code v4/probe.bpf.o}. */
    public String displayName() {
        String name = String.valueOf(output().getFileName());
        return variant.isPlain() ? name : variant.classifier() + "/" + name;
    }

    /** The dumps of the module; a relocatable link has only the one before optimization. */
    List<Path> dumped() {
        return request.dumpFiles().stream().filter(Files::exists).toList();
    }

    /** All files that the link writes, except the link map and dumps. */
    public List<Path> outputs() {
        return request.outputFiles();
    }
}
