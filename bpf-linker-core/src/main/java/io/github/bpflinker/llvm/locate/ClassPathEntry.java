package io.github.bpflinker.llvm.locate;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Jars and folders by names that a class path can hold. */
public final class ClassPathEntry {

    private ClassPathEntry() {}

    /**
     * The entry itself or, where its path has the character that separates entries, the same through a link in the cache.
     *
     * @param entry a jar or folder, absolute
     * @throws IOException if the link can't be made
     */
    public static Path of(Path entry, CacheFolder cache) throws IOException {
        Path folder = entry.getParent();
        if (folder == null || !entry.toString().contains(File.pathSeparator)) {
            return entry;
        }
        Path link = cache.folder("links").resolve(Integer.toHexString(folder.hashCode()));
        if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(folder)) {
            Files.deleteIfExists(link);
            try {
                Files.createSymbolicLink(link, folder);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster.
                return link.resolve(entry.getFileName());
            }
        }
        return link.resolve(entry.getFileName());
    }
}
