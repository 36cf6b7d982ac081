package io.github.bpflinker.maven.generate;

import io.github.bpflinker.generate.GenerateOptions;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import java.nio.file.Path;
import java.util.List;

/**
 * The complete input of the goal {@code generate}.
 *
 * @param layout the directories of the project
 * @param objects the linked objects in all variants, for each object the preferred variant first
 * @param options the options of the generated classes
 * @param sources the root folder of the generated sources
 * @param classes the root folder of compiled classes, which contains the objects
 * @param compilerStatus the folder where compiler plugins keep what they know about the last compilation
 * @param identity the identity of this plugin, a part of every incremental key
 */
public record GenerateRequest(
        Layout layout,
        List<Linked> objects,
        GenerateOptions options,
        Path sources,
        Path classes,
        Path compilerStatus,
        String identity) {

    public GenerateRequest {
        objects = List.copyOf(objects);
    }

    /** The file of a build state, which is separate for each source folder and object folder. */
    Path state(String name) {
        String folders = Layout.shortDigest(List.of(layout.name(sources), layout.name(layout.objects())));
        return layout.state("generate", folders + "/" + name);
    }

    /** The name by which classes find an object on the class path. */
    String resource(Linked object) {
        Path root = classes.toAbsolutePath().normalize();
        Path file = object.file().toAbsolutePath().normalize();
        return "/" + root.relativize(file).toString().replace('\\', '/');
    }
}
