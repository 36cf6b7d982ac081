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
 * Files that were unpacked together into a folder of the cache. A list beside them says how they looked when they were
 * known to be as in the jar: inode and change time, which no program can set, tell whether that still holds. Where they
 * differ, content is compared, once; what differs in content, or is not the user's alone, is unpacked again.
 */
public final class UnpackedFiles {

    private static final int CHUNK = 1 << 16;

    /** In a line of the list, before the path. */
    private static final int NUMBERS = 4;

    private final CacheFolder cache;
    private final String folder;
    private final CachedAnswer list;

    /**
     * @param folder that the cache has them in
     * @param name of the list of them
     */
    public UnpackedFiles(CacheFolder cache, String folder, String name) {
        this.cache = cache;
        this.folder = folder;
        this.list = new CachedAnswer(cache, folder, name, folder);
    }

    /** Where a file is or will be. */
    public Path at(String file) {
        return cache.root().resolve(folder).resolve(file);
    }

    /** Whether all of them are there, and as they were when they were unpacked or compared. */
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

    /** The name of the folder of a file, as the cache knows it. */
    private String parent(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? folder : folder + "/" + file.substring(0, slash);
    }

    /** A line of the list. */
    private Optional<String> looks(String file) {
        Optional<FileStatus> status = cache.trusted(at(file));
        return status.isEmpty()
                ? Optional.empty()
                : Optional.of(status.get().size() + " " + status.get().modified() + " "
                        + status.get().changed() + " " + status.get().inode() + " " + file);
    }

    /**
     * Unpacks those that are not as in the jar. One process does so at a time; another one waits, and finds it done.
     *
     * @param files by their paths in the folder
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
            // Whoever unpacks it again gets the same time, so that what is known about the file stays known.
            Files.setLastModifiedTime(partial, entry.getLastModifiedTime());
            // Else a name may be on the disk before its content is.
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            CacheFolder.replace(partial, target);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** What those left that were ended, the library is 169 MB. */
    private static void removeLeftovers(Path parent, String start) throws IOException {
        for (String name : LibraryCandidate.names(parent, any -> any.startsWith(start) && any.endsWith(".tmp"))) {
            Files.deleteIfExists(parent.resolve(name));
        }
    }
}
