package io.github.bpflinker.llvm.locate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A set of files that were unpacked into a cache directory. A list records the status of each file (inode, change time)
 * when it was known to be identical to the jar's entry. If the status has changed, the content is compared; a file with
 * different content or untrusted permissions is unpacked again.
 */
public final class UnpackedFiles {

    private static final int CHUNK = 1 << 16;

    /** The number of fields before the path in a line of the list. */
    private static final int NUMBERS = 4;

    private final CacheFolder cache;
    private final String folder;
    private final CachedAnswer list;

    /**
     * @param folder the directory in the cache
     * @param name the name of the list
     */
    public UnpackedFiles(CacheFolder cache, String folder, String name) {
        this.cache = cache;
        this.folder = folder;
        this.list = new CachedAnswer(cache, folder, name, folder);
    }

    /** The path of a file, unpacked or not. */
    public Path at(String file) {
        return cache.root().resolve(folder).resolve(file);
    }

    /** Whether all files exist with the recorded status. */
    public boolean areInPlace() {
        Optional<String> lines = list.read();
        if (lines.isEmpty()) {
            return false;
        }
        Set<String> parents = new HashSet<>();
        for (String line : lines.get().split("\n", -1)) {
            String[] fields = line.split(" ", NUMBERS + 1);
            if (fields.length <= NUMBERS || !looks(fields[NUMBERS]).equals(Optional.of(line))) {
                return false;
            }
            parents.add(parent(fields[NUMBERS]));
        }
        return parents.stream().allMatch(cache::isOwn);
    }

    /** The directory of a file, relative to the cache. */
    private String parent(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? folder : folder + "/" + file.substring(0, slash);
    }

    /** The line of the list for a file: its status and path. */
    private Optional<String> looks(String file) {
        Optional<FileStatus> status = cache.trusted(at(file));
        return status.isEmpty()
                ? Optional.empty()
                : Optional.of(status.get().size() + " " + status.get().modified() + " "
                        + status.get().changed() + " " + status.get().inode() + " " + file);
    }

    /**
     * Unpacks the files that are not identical to the jar's entries. Other processes wait meanwhile and then use the
     * result.
     *
     * @param files the entries by path in the directory
     */
    public void unpack(ZipFile zip, Map<String, ZipEntry> files) throws IOException {
        Path root = cache.folder(folder);
        try (FolderLock lock = FolderLock.of(root)) {
            if (areInPlace()) {
                return;
            }
            List<String> lines = new ArrayList<>();
            for (Map.Entry<String, ZipEntry> file : files.entrySet()) {
                cache.folder(parent(file.getKey()));
                if (!isAsInJar(zip, file.getValue(), file.getKey())) {
                    unpack(zip, file.getValue(), file.getKey(), lock.isHeld());
                }
                lines.add(
                        looks(file.getKey()).orElseThrow(() -> new IOException(at(file.getKey()) + " is gone again")));
            }
            list.write(String.join("\n", lines));
        }
    }

    private boolean isAsInJar(ZipFile zip, ZipEntry entry, String file) throws IOException {
        Optional<FileStatus> status = cache.trusted(at(file));
        if (status.isEmpty() || status.get().size() != entry.getSize()) {
            return false;
        }
        try (InputStream wanted = zip.getInputStream(entry);
                InputStream found = new BufferedInputStream(Files.newInputStream(at(file)), CHUNK)) {
            byte[] one = new byte[CHUNK];
            while (true) {
                int length = wanted.readNBytes(one, 0, CHUNK);
                byte[] other = found.readNBytes(length);
                if (!Arrays.equals(one, 0, length, other, 0, other.length)) {
                    return false;
                }
                if (length < CHUNK) {
                    return true;
                }
            }
        }
    }

    private void unpack(ZipFile zip, ZipEntry entry, String file, boolean alone) throws IOException {
        Path target = at(file);
        Path parent = target.resolveSibling("");
        if (alone) {
            removeLeftovers(parent, target.getFileName() + ".");
        }
        Path partial = Files.createTempFile(parent, target.getFileName() + ".", ".tmp");
        try {
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            CacheFolder.closeToOthers(partial);
            if (parent.endsWith("bin") && !partial.toFile().setExecutable(true, true)) {
                throw new IOException(partial + " can't be made executable");
            }
            // The time of the entry, so that cached results about the file stay valid when it is unpacked again.
            Files.setLastModifiedTime(partial, entry.getLastModifiedTime());
            // Otherwise the name could reach the disk before the content.
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            CacheFolder.replace(partial, target);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Deletes temporary files of processes that were killed; the library has 169 MB. */
    private static void removeLeftovers(Path parent, String start) throws IOException {
        for (String name : LibraryCandidate.names(parent, any -> any.startsWith(start) && any.endsWith(".tmp"))) {
            Files.deleteIfExists(parent.resolve(name));
        }
    }
}
