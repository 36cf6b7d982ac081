package io.github.bpflinker.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A set of pins that is created completely or not at all. */
final class PinnedTogether {

    private final List<Path> made = new ArrayList<>();

    /** The name of a pin, without dots, which BPF file systems do not permit. */
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
                // The failure that led here is more informative.
            }
        }
        made.clear();
    }
}
