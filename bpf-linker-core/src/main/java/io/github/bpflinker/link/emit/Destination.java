package io.github.bpflinker.link.emit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of an output leads to, past symbolic links.
 *
 * @param kind how it is written
 * @param path no symbolic link, and of a file in a folder whose path has none
 */
public record Destination(Kind kind, Path path) {

    private static final int MOST_LINKS = 40;

    private static final Pattern DESCRIPTOR = Pattern.compile("(?:/dev|/proc/(?:self|thread-self|\\d+))/fd/(\\d{1,9})");

    /** How an output is written. */
    public enum Kind {
        /** A file that can be replaced, or that is not there yet. */
        FILE,
        /** A pipe or device, such as {@code /dev/null}: nothing to keep, and nothing to rename over. */
        DEVICE,
        /** A file that this process has open, {@code /dev/stdout} or {@code /dev/fd/3}: what is in it already stays. */
        DESCRIPTOR
    }

    /**
     * Finds out.
     *
     * @throws IOException if links lead in a circle, the folder does not exist or {@code target} is a folder
     */
    static Destination of(Path target) throws IOException {
        Path path = target.toAbsolutePath();
        for (int followed = 0; followed < MOST_LINKS; followed++) {
            if (DESCRIPTOR.matcher(path.normalize().toString()).matches()) {
                return new Destination(Kind.DESCRIPTOR, path.normalize());
            }
            if (!Files.isSymbolicLink(path)) {
                return unlinked(path);
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        throw new FileSystemException(target.toString(), null, "symbolic links lead in a circle");
    }

    private static Destination unlinked(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return new Destination(Kind.DEVICE, path);
        }
        Path folder = path.getParent();
        return new Destination(
                Kind.FILE, folder == null ? path : folder.toRealPath().resolve(path.getFileName()));
    }

    /** Whether both names lead to one place, by whatever links; by the names alone if they lead nowhere. */
    public static boolean isSame(Path one, Path other) {
        try {
            return of(one).equals(of(other))
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    /** Writes into a pipe, device or open file, behind what is there. */
    void append(ByteBuffer content) throws IOException {
        Matcher descriptor = DESCRIPTOR.matcher(path.toString());
        switch (descriptor.matches() ? Integer.parseInt(descriptor.group(1)) : 0) {
            case 1 -> {
                System.out.flush();
                writeAll(content, standard(FileDescriptor.out));
            }
            case 2 -> writeAll(content, standard(FileDescriptor.err));
            default -> {
                try (OutputStream stream = Files.newOutputStream(path, options())) {
                    writeAll(content, stream);
                }
            }
        }
    }

    /** Never closed: it is others', too. */
    private static OutputStream standard(FileDescriptor descriptor) {
        return new FileOutputStream(descriptor);
    }

    private static void writeAll(ByteBuffer content, OutputStream stream) throws IOException {
        WritableByteChannel channel = Channels.newChannel(stream);
        ByteBuffer rest = content.duplicate();
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        stream.flush();
    }

    private OpenOption[] options() {
        return Files.isRegularFile(path)
                ? new OpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.APPEND}
                : new OpenOption[] {StandardOpenOption.WRITE};
    }
}
