package io.github.bpflinker.maven.rust;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.input.Archive;
import io.github.bpflinker.input.ArchiveMember;
import io.github.bpflinker.input.Input;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.InputReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The archive of a {@code staticlib} crate. The crate's own members are linked unconditionally; those of core and of
 * other crates only if they are referenced.
 */
final class StaticLibrary {

    private StaticLibrary() {}

    /**
     * Copies the archive and the crate's own members.
     *
     * @param name the name of the library
     * @param folder the directory of the copies
     * @return the files to link, the crate's members first
     */
    static List<Path> unpack(Path archive, String name, Path folder) throws IOException {
        Path copy = folder.resolve(String.valueOf(archive.getFileName()));
        CopyIfChanged.replace(Files.readAllBytes(archive), copy);
        List<Path> inputs = new ArrayList<>();
        String prefix = name.replace('-', '_') + "-";
        try {
            InputContent content = InputReader.read(Input.of(copy));
            if (content instanceof Archive members) {
                for (ArchiveMember member : members.members()) {
                    if (member.name().startsWith(prefix) && member.content().isPresent()) {
                        ByteBuffer data = member.data();
                        byte[] bytes = new byte[data.remaining()];
                        data.get(bytes);
                        Path own = folder.resolve(name + "-" + inputs.size() + ".bc");
                        CopyIfChanged.replace(bytes, own);
                        inputs.add(own);
                    }
                }
            }
        } catch (LinkException e) {
            throw new IOException("its static library can't be read: " + e.getMessage(), e);
        }
        inputs.add(copy);
        return inputs;
    }
}
