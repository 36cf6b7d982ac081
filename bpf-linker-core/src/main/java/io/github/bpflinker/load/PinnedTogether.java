package io.github.bpflinker.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Pins that are made together or not at all. */
final class PinnedTogether {

    private final List<Path> made = new ArrayList<>();

    /** The name of a pin; BPF file systems take no dots. */
    static String name(String name) {
        return name.replace('.', '_').replace('/', '_');
    }

    void add(Path path, Consumer<Path> pin) {
        pin.accept(path);
        made.add(path);
    }

    void undo() {
        for (Path path : made) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // What failed first says more.
                continue;
            }
        }
        made.clear();
    }
}
