package io.github.bpflinker.load.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The processes that hold descriptors of programs, maps and links, from {@code /proc/PID/fdinfo}. Only root can read
 * those of other users' processes.
 */
public final class Holders {

    /** The kinds of objects, with the name of their id in {@code fdinfo}. */
    public enum Kind {
        PROG,
        MAP,
        LINK,
        BTF;

        private final String field = name().toLowerCase(Locale.ROOT) + "_id:";
    }

    private final Map<Kind, Map<Integer, List<Holder>>> found = new HashMap<>();

    private Holders() {}

    /**
     * The processes that hold objects of BPF.
     *
     * @param root the parent directory of {@code proc}
     */
    public static Holders of(Path root) {
        Holders holders = new Holders();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(root.resolve("proc"), "[0-9]*")) {
            for (Path process : processes) {
                holders.read(process);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Not Linux, or proc is not mounted: no holders are known.
            return holders;
        }
        return holders;
    }

    private void read(Path process) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fdinfo"))) {
            for (Path descriptor : descriptors) {
                // BPF objects are anonymous inodes.
                if (isAnonymous(process, descriptor)) {
                    read(process, Files.readString(descriptor, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The process has ended or belongs to another user.
            return;
        }
    }

    private static boolean isAnonymous(Path process, Path descriptor) throws IOException {
        Path link = process.resolve("fd").resolve(String.valueOf(descriptor.getFileName()));
        return Files.readSymbolicLink(link).toString().startsWith("anon_inode:bpf");
    }

    private void read(Path process, String descriptor) throws IOException {
        for (String line : descriptor.lines().toList()) {
            for (Kind kind : Kind.values()) {
                if (line.startsWith(kind.field)) {
                    add(
                            kind,
                            Integer.parseInt(line.substring(kind.field.length()).strip()),
                            process);
                }
            }
        }
    }

    private void add(Kind kind, int id, Path process) throws IOException {
        String name = Files.readString(process.resolve("comm"), StandardCharsets.ISO_8859_1)
                .strip();
        Holder holder = new Holder(Integer.parseInt(String.valueOf(process.getFileName())), name);
        List<Holder> holders =
                found.computeIfAbsent(kind, k -> new HashMap<>()).computeIfAbsent(id, i -> new ArrayList<>());
        if (!holders.contains(holder)) {
            holders.add(holder);
        }
    }

    /**
     * The processes with a descriptor of an object; empty if it is only pinned, attached, or used by another object.
     */
    public List<Holder> of(Kind kind, int id) {
        return List.copyOf(found.getOrDefault(kind, Map.of()).getOrDefault(id, List.of()));
    }
}
