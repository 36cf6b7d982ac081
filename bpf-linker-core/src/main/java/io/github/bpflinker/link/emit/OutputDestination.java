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
 * The file, device or descriptor to which the path of an output resolves.
 *
 * @param kind the method of writing
 * @param path the path with symbolic links resolved
 */
public record OutputDestination(Kind kind, Path path) {

    private static final int MOST_LINKS = 40;

    private static final Pattern DESCRIPTOR = Pattern.compile("(?:/dev|/proc/(?:self|thread-self|\\d+))/fd/(\\d{1,9})");

    /** The methods of writing an output. */
    public enum Kind {
        /** A regular file, existing or not, which is replaced. */
        FILE,
        /** A pipe or device, such as {@code /dev/null}, which can't be replaced by renaming. */
        DEVICE,
        /**
         * An open descriptor of this process, {@code /dev/stdout} or {@code /dev/fd/3}, to which output is appended.
         */
        DESCRIPTOR
    }

    /**
     * Resolves a path.
     *
     * @throws IOException if there is a cycle of links, the parent directory does not exist or {@code target} is a
     *     directory
     */
    static OutputDestination of(Path target) throws IOException {
        Path path = target.toAbsolutePath();
        for (int followed = 0; followed < MOST_LINKS; followed++) {
            if (DESCRIPTOR.matcher(path.normalize().toString()).matches()) {
                return new OutputDestination(Kind.DESCRIPTOR, path.normalize());
            }
            if (!Files.isSymbolicLink(path)) {
                return unlinked(path);
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        throw new FileSystemException(target.toString(), null, "symbolic links lead in a circle");
    }

    private static OutputDestination unlinked(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return new OutputDestination(Kind.DEVICE, path);
        }
        Path folder = path.getParent();
        return new OutputDestination(
                Kind.FILE, folder == null ? path : folder.toRealPath().resolve(path.getFileName()));
    }

    /** Whether both paths resolve to the same file. Paths that can't be resolved are compared by name. */
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

    /** Appends to a pipe, device or open descriptor. */
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

    /** A stream for a standard descriptor, which must not be closed because it is shared. */
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
