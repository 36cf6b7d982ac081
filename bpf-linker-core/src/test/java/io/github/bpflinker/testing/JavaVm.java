package io.github.bpflinker.testing;

import com.sun.jna.Native;
import io.github.bpflinker.cli.Main;
import io.github.bpflinker.machine.Initramfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import picocli.CommandLine;

/**
 * Another kernel than the running one, in which this library itself loads objects: qemu with a root file system of busybox, a
 * small Java runtime image (jlink), the classes of this build and the objects. Needs no rights; the machine is emulated and
 * takes the better part of a minute.
 */
public final class JavaVm {

    /** The package of the kernel of Debian 12: Linux 6.1. */
    public static final String DEBIAN_12 = "linux-image-cloud-amd64";

    /** The package of the kernel of Debian 13, for Debian 12: Linux 6.12. */
    public static final String DEBIAN_13 = "linux-image-6.12-cloud-amd64";

    private static final int MEMORY_MB = 1024;
    private static final int LIMIT_SECONDS = 400;
    private static final String JAVA = """
            #!/bin/busybox sh
            exec /jre/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp /app/core.jar:/app/jna.jar:/app/picocli.jar:/app/tests "$@"
            """;
    private static final String LINKER = """
            #!/bin/busybox sh
            exec /bin/java io.github.bpflinker.cli.Main "$@"
            """;
    private static final String INIT = """
            #!/bin/busybox sh
            export PATH=/bin:/usr/bin:/usr/sbin
            busybox mount -t proc proc /proc
            busybox --install -s /bin
            busybox mount -t sysfs sys /sys
            busybox mount -t bpf bpf /sys/fs/bpf
            busybox mount -t cgroup2 cgroup /cgroup
            busybox ifconfig lo up
            busybox chmod 1777 /tmp
            echo "@@@ begin"
            busybox sh /script 2>&1
            echo "@@@ end $(busybox uname -r)"
            busybox reboot -f
            """;

    private final Path image;
    private final Path qemu;
    private final Path busybox;
    private final Path jlink;

    private JavaVm(Path image, Path qemu, Path busybox, Path jlink) {
        this.image = image;
        this.qemu = qemu;
        this.busybox = busybox;
        this.jlink = jlink;
    }

    /** One with the kernel that {@link KernelVm} takes; the calling test is skipped, or fails, if something is missing. */
    public static JavaVm require() {
        return require(DEBIAN_12);
    }

    /**
     * One with the kernel of a package of Debian.
     *
     * @param kernel {@link #DEBIAN_12} or {@link #DEBIAN_13}
     */
    public static JavaVm require(String kernel) {
        Path qemu = Tool.QEMU.require();
        Path busybox = Tool.BUSYBOX.require();
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            Assumptions.abort("needs a JDK with jlink");
        }
        return new JavaVm(KernelImage.require(kernel), qemu, busybox, jlink);
    }

    /**
     * What {@code bpf-linker load} says about objects there.
     *
     * @param folder for temporary files
     */
    public List<String> load(Path folder, List<Path> objects) {
        return run(folder, Guest.running("bpf-linker load /objects/*").files("/objects", objects));
    }

    /**
     * What a program prints there that is given objects.
     *
     * @param folder for temporary files
     * @param main a class of the tests that needs nothing but the library, JNA and the helpers
     */
    public List<String> run(Path folder, Class<?> main, List<Path> objects, Class<?>... helpers) {
        Guest guest = Guest.running("java " + main.getName() + " /objects/*")
                .files("/objects", objects)
                .main(main);
        for (Class<?> helper : helpers) {
            guest.main(helper);
        }
        return run(folder, guest);
    }

    /**
     * What a script prints there.
     *
     * @param folder for temporary files
     */
    public List<String> run(Path folder, Guest guest) {
        try {
            Path jre = folder.resolve("jre");
            Command.run(
                            jlink.toString(),
                            "--add-modules",
                            "java.base,java.logging",
                            "--strip-debug",
                            "--no-header-files",
                            "--no-man-pages",
                            "--output",
                            jre.toString())
                    .orFail();
            Path root = Files.write(folder.resolve("initramfs"), rootFileSystem(jre, guest));
            String output = Command.run(
                            folder,
                            List.of(
                                    qemu.toString(),
                                    "-m",
                                    MEMORY_MB + "",
                                    "-accel",
                                    "tcg",
                                    "-nographic",
                                    "-no-reboot",
                                    "-kernel",
                                    image.toString(),
                                    "-initrd",
                                    root.toString(),
                                    "-append",
                                    "console=ttyS0 quiet panic=-1 no_timer_check lsm=lockdown,bpf"),
                            LIMIT_SECONDS)
                    .orFail();
            return lines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel image of a package of Debian; the calling test is skipped, or fails, if something is missing. */
    public static Path image(String kernel) {
        return require(kernel).image;
    }

    /** A module of its kernel, uncompressed; the calling test is skipped, or fails, if it is not there. */
    public byte[] module(String name) {
        return ModuleFile.read(image, name);
    }

    private static List<String> lines(String output) {
        List<String> all = output.lines().map(String::stripTrailing).toList();
        int begin = -1;
        int end = -1;
        for (int i = 0; i < all.size(); i++) {
            begin = all.get(i).endsWith("@@@ begin") ? i : begin;
            end = all.get(i).startsWith("@@@ end ") ? i : end;
        }
        if (begin < 0 || end < 0) {
            throw new AssertionError("the machine did not come to its end:\n" + output);
        }
        return all.subList(begin + 1, end);
    }

    private byte[] rootFileSystem(Path jre, Guest guest) throws IOException {
        Initramfs root = new Initramfs()
                .folder("/proc")
                .folder("/sys")
                .folder("/tmp")
                .folder("/cgroup")
                .device("/dev/console", 5, 1)
                .file("/init", INIT.getBytes(StandardCharsets.UTF_8))
                .file("/script", guest.script())
                .file("/bin/java", JAVA.getBytes(StandardCharsets.UTF_8))
                .file("/bin/bpf-linker", LINKER.getBytes(StandardCharsets.UTF_8))
                .file("/bin/busybox", busybox)
                .file("/app/core.jar", jar(location(Main.class)))
                .file("/app/jna.jar", location(Native.class))
                .file("/app/picocli.jar", location(CommandLine.class));
        guest.files().forEach(root::file);
        Set<String> libraries = new TreeSet<>();
        try (Stream<Path> files = Files.walk(jre)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                root.file("/jre/" + jre.relativize(file), file);
                if (file.endsWith("bin/java") || file.toString().endsWith(".so")) {
                    libraries.addAll(Guest.libraries(file));
                }
            }
        }
        libraries.removeIf(
                library -> library.startsWith(jre.toString()) || guest.files().containsKey(library));
        for (String library : libraries) {
            root.file(library, Path.of(library));
        }
        for (Path config : configurations()) {
            root.file("/boot/" + config.getFileName(), config);
        }
        return root.end();
    }

    /** That of the kernel, which it does not carry itself. */
    private List<Path> configurations() throws IOException {
        Path folder = image.getParent();
        if (folder == null) {
            return List.of();
        }
        String release = String.valueOf(image.getFileName()).replace("vmlinuz-", "");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).equals("config-" + release))
                    .toList();
        }
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** The jar itself, or one of a folder of classes. */
    private static byte[] jar(Path classes) throws IOException {
        if (Files.isRegularFile(classes)) {
            return Files.readAllBytes(classes);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(classes)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
