package io.github.bpflinker.llvm.locate;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Converts paths to a form that a class path can contain. */
public final class ClassPathEntry {

    private ClassPathEntry() {}

    /**
     * Returns the entry or, if its path contains the separator of class path entries, a symbolic link to it in the
     * cache.
     *
     * @param entry the absolute path of a jar or directory
     * @throws IOException if the link can't be created
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
                // Another process created it first.
                return link.resolve(entry.getFileName());
            }
        }
        return link.resolve(entry.getFileName());
    }
}
