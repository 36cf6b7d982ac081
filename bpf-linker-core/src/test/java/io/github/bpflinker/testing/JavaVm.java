package io.github.bpflinker.testing;

import com.sun.jna.Native;
import io.github.bpflinker.cli.Main;
import io.github.bpflinker.machine.GuestRuntime;
import io.github.bpflinker.machine.Initramfs;
import io.github.bpflinker.machine.Qemu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    private static final String SECURITY_MODULES = "lsm=lockdown,bpf";
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
    private final Path busybox;

    private JavaVm(Path image, Path busybox) {
        this.image = image;
        this.busybox = busybox;
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
        Tool.QEMU.require();
        Path busybox = Tool.BUSYBOX.require();
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            Assumptions.abort("needs a JDK with jlink");
        }
        return new JavaVm(DebianKernel.require(kernel), busybox);
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
            String output =
                    Qemu.boot(image, rootFileSystem(folder, guest), MEMORY_MB, SECURITY_MODULES, LIMIT_SECONDS, folder);
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

    private byte[] rootFileSystem(Path folder, Guest guest) throws IOException {
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
                .file("/app/core.jar", GuestRuntime.jar(Main.class))
                .file("/app/jna.jar", GuestRuntime.jar(Native.class))
                .file("/app/picocli.jar", GuestRuntime.jar(CommandLine.class));
        guest.files().forEach(root::file);
        GuestRuntime.addTo(root, GuestRuntime.image(DebianKernel.cache()), folder);
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
}
