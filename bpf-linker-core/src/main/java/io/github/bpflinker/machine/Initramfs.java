package io.github.bpflinker.machine;

import io.github.bpflinker.file.SystemReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** A root file system for a kernel to start with: a cpio archive of the format {@code newc}, in memory. */
public final class Initramfs {

    private static final int FOLDER = 0040755;
    private static final int PROGRAM = 0100755;
    private static final int DEVICE = 0020600;
    private static final int ALIGNMENT = 4;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
    private final Set<String> folders = new LinkedHashSet<>();
    private int inode = 1;

    /** An empty one. */
    public Initramfs() {}

    /** A copy of an unfinished one. */
    Initramfs(Initramfs other) {
        archive.writeBytes(other.archive.toByteArray());
        folders.addAll(other.folders);
        inode = other.inode;
    }

    /**
     * Adds a copy of a file, with its folders; {@code path} starts with a slash.
     *
     * @throws MachineException if it can't be read
     */
    public Initramfs file(String path, Path content) {
        try {
            return file(path, Files.readAllBytes(content));
        } catch (IOException e) {
            throw new MachineException(content + " can't be copied into the virtual machine: " + SystemReason.of(e), e);
        }
    }

    /** Adds a file, which is executable, with its folders; {@code path} starts with a slash. */
    public Initramfs file(String path, byte[] content) {
        String name = path.substring(1);
        parents(name);
        entry(name, PROGRAM, 0, 0, content);
        return this;
    }

    /** Adds a folder. */
    public Initramfs folder(String path) {
        parents(path.substring(1) + "/");
        return this;
    }

    /** Adds a character device. */
    public Initramfs device(String path, int major, int minor) {
        parents(path.substring(1));
        entry(path.substring(1), DEVICE, major, minor, new byte[0]);
        return this;
    }

    /** The finished archive; nothing can be added after. */
    public byte[] end() {
        entry("TRAILER!!!", 0, 0, 0, new byte[0]);
        return archive.toByteArray();
    }

    private void parents(String name) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            String folder = name.substring(0, slash);
            if (folders.add(folder)) {
                entry(folder, FOLDER, 0, 0, new byte[0]);
            }
        }
    }

    private void entry(String name, int mode, int major, int minor, byte[] content) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        StringBuilder header = new StringBuilder("070701");
        // Inode, mode, user, group, links, time, size, device of the file, device that it is, length of name, checksum.
        int[] fields = {inode++, mode, 0, 0, 1, 0, content.length, 0, 0, major, minor, bytes.length + 1, 0};
        for (int field : fields) {
            header.append("%08x".formatted(field));
        }
        archive.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
        archive.writeBytes(bytes);
        archive.write(0);
        align();
        archive.writeBytes(content);
        align();
    }

    private void align() {
        while (archive.size() % ALIGNMENT != 0) {
            archive.write(0);
        }
    }
}
