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
 * Everything that is to be linked, described completely.
 *
 * @param goal the goal that asks, {@code link} or {@code emit}
 * @param layout where everything lies
 * @param objects the objects of the project, for their own settings
 * @param variants the ways in which each is linked
 * @param kinds what is written; the first one gives the output its name
 * @param folder where the outputs go
 * @param wantsLinkMap whether to write link maps
 * @param dumps the folder for modules before and after optimization, if they are wanted
 * @param threads how many links run at once
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

    /** Where to keep what was known: links to another folder, or of other kinds, know nothing of each other. */
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
