package io.github.bpflinker.maven.link;

import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.OutputKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The complete input of the goals {@code link} and {@code emit}.
 *
 * @param goal the goal, {@code link} or {@code emit}
 * @param layout the directories of the project
 * @param objects the objects of the project, for their own settings
 * @param variants the variants in which each object is linked
 * @param kinds the kinds of output; the first one determines the name of the output
 * @param folder the output directory
 * @param wantsLinkMap whether to write link maps
 * @param dumps the directory for dumps of modules, if requested
 * @param threads the maximum number of concurrent links
 */
public record ObjectLinkRequest(
        String goal,
        Layout layout,
        List<ObjectSpec> objects,
        List<Variant> variants,
        List<OutputKind> kinds,
        Path folder,
        boolean wantsLinkMap,
        Optional<Path> dumps,
        int threads) {

    public ObjectLinkRequest {
        objects = List.copyOf(objects);
        variants = List.copyOf(variants);
        kinds = List.copyOf(kinds);
    }

    /** The file of a build state, which is separate for each output directory and set of kinds. */
    Path state(String name) {
        List<String> facts = new ArrayList<>(List.of(layout.name(folder)));
        kinds.forEach(kind -> facts.add(kind.optionName()));
        return layout.state(goal, Layout.shortDigest(facts) + "/" + name);
    }

    Path output(String name, Variant variant) {
        return Layout.folder(folder, variant)
                .resolve(name + ".bpf." + kinds.get(0).suffix());
    }

    Optional<Path> dump(String name, Variant variant) {
        return dumps.map(all -> Layout.folder(all, variant).resolve(name));
    }

    Optional<Path> linkMap(String name, Variant variant) {
        return wantsLinkMap
                ? Optional.of(
                        Layout.folder(layout.work().resolve("map"), variant).resolve(name + ".map"))
                : Optional.empty();
    }
}
