package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The user of this process, and the rule for trusted files: they belong to the user or to root.
 *
 * @param id the user id
 */
record FileTrustPolicy(int id) {

    private static final int ROOT = 0;

    /** The user id that the kernel shows for owners that are not mapped in the user namespace. */
    private static final int UNMAPPED = 65534;

    private static final String EVERYBODY = "4294967295";

    /** The user of this process; empty where files have no owners. */
    static Optional<FileTrustPolicy> ofProcess() throws IOException {
        try {
            Path own = Path.of("/proc/self");
            if (Files.exists(own)) {
                return Optional.of(new FileTrustPolicy((Integer) Files.getAttribute(own, "unix:uid")));
            }
            Path mine = Files.createTempFile("bpf-linker", null);
            try {
                return Optional.of(new FileTrustPolicy((Integer) Files.getAttribute(mine, "unix:uid")));
            } finally {
                Files.delete(mine);
            }
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    boolean owns(FileStatus file) {
        return file.owner() == id;
    }

    /** Whether only the user or root can have written the file. */
    boolean trusts(FileStatus file) {
        return (owns(file) || file.owner() == ROOT) && !file.isWritableByOthers();
    }

    /** Whether the file belongs to the user and others have no permissions. */
    boolean ownsAlone(FileStatus file) {
        return owns(file) && file.isClosed();
    }

    /**
     * The reason for which the directory is not trusted: it belongs to another user, or another user could replace it.
     * Empty if it is trusted. Checks every parent directory, and those of the targets of links.
     *
     * @param folder the absolute path of an existing directory
     */
    Optional<String> objection(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!owns(FileStatus.of(real).orElseThrow())) {
            return Optional.of(belongsToAnother(real));
        }
        Optional<String> objection = above(real);
        return objection.isPresent() || real.equals(folder) ? objection : above(folder);
    }

    private Optional<String> above(Path folder) throws IOException {
        FileStatus status = FileStatus.of(folder).orElseThrow();
        if (status.isLink() && !owns(status) && !isOfTheSystem(status)) {
            return Optional.of(belongsToAnother(folder));
        }
        Path parent = folder.getParent();
        return parent == null ? Optional.empty() : alongTheWay(parent);
    }

    /**
     * The reason for which another user could replace entries created in the directory; empty if none can.
     *
     * @param folder the absolute path of an existing directory
     */
    Optional<String> objectionToNew(Path folder) throws IOException {
        Optional<String> named = alongTheWay(folder);
        Path real = folder.toRealPath();
        return named.isPresent() || real.equals(folder) ? named : alongTheWay(real);
    }

    private Optional<String> alongTheWay(Path folder) throws IOException {
        for (Path place = folder; place != null; place = place.getParent()) {
            FileStatus status = FileStatus.of(place).orElseThrow();
            if (!owns(status) && !isOfTheSystem(status)) {
                return Optional.of(belongsToAnother(place));
            }
            if (!status.isLink() && status.isOpenToAll()) {
                return Optional.of("everybody can write to '" + place + "'");
            }
        }
        return Optional.empty();
    }

    private static String belongsToAnother(Path folder) throws IOException {
        return "'" + folder + "' belongs to "
                + Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
    }

    private static boolean isOfTheSystem(FileStatus status) throws IOException {
        return status.owner() == ROOT || (status.owner() == UNMAPPED && isInNamespace());
    }

    private static boolean isInNamespace() throws IOException {
        Path map = Path.of("/proc/self/uid_map");
        return Files.exists(map)
                && !Files.readString(map, StandardCharsets.US_ASCII).strip().endsWith(EVERYBODY);
    }
}
