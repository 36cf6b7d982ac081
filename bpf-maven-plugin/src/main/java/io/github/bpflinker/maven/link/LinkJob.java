package io.github.bpflinker.maven.link;

import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.OutputKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One link.
 *
 * @param unit what is linked
 * @param spec the object's own settings, if it is one that is described
 * @param variant the way in which it is linked
 * @param kinds what is written; the first to {@code output}, the others beside it with their own suffixes
 * @param output where the first kind goes
 * @param linkMap where the link map goes, if one is wanted
 * @param dump the folder for the modules before and after optimization, if they are wanted
 * @param state where to keep what was known
 */
public record LinkJob(
        LinkUnit unit,
        Optional<ObjectSpec> spec,
        Variant variant,
        List<OutputKind> kinds,
        Path output,
        Optional<Path> linkMap,
        Optional<Path> dump,
        Path state) {

    public LinkJob {
        kinds = List.copyOf(kinds);
    }

    /** What messages call the output, such as {@code v4/probe.bpf.o}. */
    public String displayName() {
        return variant.isPlain() ? fileName() : variant.classifier() + "/" + fileName();
    }

    private String fileName() {
        return String.valueOf(output.getFileName());
    }

    /** The modules before and after optimization; those that are only merged have no other. */
    List<Path> dumped() {
        return dump.map(folder -> Stream.of(folder.resolve("pre-opt.ll"), folder.resolve("post-opt.ll")))
                .orElse(Stream.empty())
                .filter(Files::exists)
                .toList();
    }

    /** Every file that the link writes, but for those that help to see what it does. */
    public List<Path> outputs() {
        List<Path> all = new ArrayList<>(List.of(output));
        String name = fileName();
        String stem = name.substring(0, name.lastIndexOf('.'));
        for (OutputKind kind : kinds.subList(1, kinds.size())) {
            all.add(output.resolveSibling(stem + "." + kind.suffix()));
        }
        linkMap.ifPresent(all::add);
        return all;
    }
}
