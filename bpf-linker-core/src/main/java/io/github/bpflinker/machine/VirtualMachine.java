package io.github.bpflinker.machine;

import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs this library's command line in other kernels, each booted once under qemu. The processor is emulated, so neither root
 * nor KVM is needed; a boot takes from seconds to a minute. Answers are kept by the content of everything that goes in.
 */
public final class VirtualMachine {

    private static final int MEMORY_MB = 768;
    private static final String SECURITY_MODULES = "lsm=lockdown,bpf";
    private static final String BEGIN = "@@@ begin ";
    private static final String END = "@@@ end";

    private static final String INIT = """
            #!/bin/busybox sh
            export PATH=/bin
            busybox mount -t proc proc /proc
            busybox mount -t sysfs sys /sys
            busybox mount -t bpf bpf /sys/fs/bpf
            busybox mount -t cgroup2 cgroup /cgroup
            busybox ifconfig lo up
            busybox test -f /boot/config && busybox mv /boot/config "/boot/config-$(busybox uname -r)"
            echo "@@@ begin $(busybox uname -r)"
            busybox cat /arguments | busybox xargs /jre/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp /app/core.jar:/app/jna.jar:/app/picocli.jar 2>&1
            echo "@@@ end"
            busybox reboot -f
            """;

    private final Path cache;
    private final long limitSeconds;
    private final List<byte[]> classPath;
    private @Nullable Initramfs common;

    /**
     * Prepares machines.
     *
     * @param cache a folder that only this user can write to, for the runtime image and for answers
     * @param limitSeconds the time limit for one kernel
     * @throws MachineException if this library's command line is not complete on the class path
     */
    public VirtualMachine(Path cache, long limitSeconds) {
        this.cache = cache;
        this.limitSeconds = limitSeconds;
        this.classPath = Stream.of(VirtualMachine.class.getName(), "com.sun.jna.Native", "picocli.CommandLine")
                .map(VirtualMachine::find)
                .map(GuestRuntime::jar)
                .toList();
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name, false, VirtualMachine.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new MachineException(
                    "loading into other kernels needs " + name + ", which is not on the class path; add its jar", e);
        }
    }

    /**
     * What a command printed in a kernel.
     *
     * @param release of the kernel, as {@code uname -r} prints it
     * @param output its lines, joined
     * @param milliseconds the time that it took; 0 if the answer was remembered
     */
    public record Answer(String release, String output, long milliseconds) {}

    /**
     * Runs a command there.
     *
     * @param main the main class
     * @param arguments without blanks
     * @param files what is put into the root file system, by path
     * @throws MachineException if it can't be started or does not come to its end, or if the cache can't be used
     */
    public Answer run(KernelImage image, String main, List<String> arguments, Map<String, byte[]> files) {
        String command = main + " " + String.join(" ", arguments);
        Map<String, byte[]> all = new TreeMap<>(files);
        all.put("/arguments", command.getBytes(StandardCharsets.UTF_8));
        image.configurationContent().ifPresent(content -> all.put("/boot/config", content));
        try {
            Path remembered = cache.resolve(key(image, all) + ".txt");
            if (Files.isRegularFile(remembered)) {
                return parse(Files.readString(remembered), image, 0);
            }
            Path folder = Files.createTempDirectory(cache, "machine");
            try {
                long start = System.nanoTime();
                Initramfs root = new Initramfs(common(folder));
                all.forEach(root::file);
                String output = Qemu.boot(image.file(), root.end(), MEMORY_MB, SECURITY_MODULES, limitSeconds, folder);
                Answer answer = parse(output, image, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                Path fresh = Files.writeString(folder.resolve("answer"), output);
                Files.move(fresh, remembered, StandardCopyOption.REPLACE_EXISTING);
                return answer;
            } finally {
                HostTools.delete(folder);
            }
        } catch (IOException e) {
            throw new MachineException(
                    "the cache " + cache + " can't be used: " + SystemReason.of(e)
                            + "; make it writable or set BPF_LINKER_CACHE to another folder",
                    e);
        }
    }

    /** The root file system of all kernels, unfinished. */
    private synchronized Initramfs common(Path folder) throws IOException {
        if (common == null) {
            Initramfs root = new Initramfs()
                    .folder("/proc")
                    .folder("/sys")
                    .folder("/tmp")
                    .folder("/cgroup")
                    .device("/dev/console", 5, 1)
                    .file("/init", INIT.getBytes(StandardCharsets.UTF_8))
                    .file("/bin/busybox", HostTools.busybox())
                    .file("/app/core.jar", classPath.get(0))
                    .file("/app/jna.jar", classPath.get(1))
                    .file("/app/picocli.jar", classPath.get(2));
            GuestRuntime.addTo(root, GuestRuntime.image(cache), folder);
            common = root;
        }
        return common;
    }

    private static Answer parse(String output, KernelImage image, long milliseconds) {
        Optional<String> release = Optional.empty();
        List<String> lines = new ArrayList<>();
        for (String line : output.lines().map(String::stripTrailing).toList()) {
            // The firmware leaves control characters before the first line.
            int begin = line.indexOf(BEGIN);
            if (begin >= 0) {
                release = Optional.of(line.substring(begin + BEGIN.length()));
            } else if (line.equals(END) && release.isPresent()) {
                return new Answer(release.get(), String.join("\n", lines), milliseconds);
            } else if (release.isPresent()) {
                lines.add(line);
            }
        }
        throw new MachineException("the kernel " + image.file()
                + " did not come to the end of its work; it needs initramfs, serial console, proc and BPF built in, and"
                + " a static busybox; its last output: " + HostTools.tail(output));
    }

    private String key(KernelImage image, Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, image.content());
            classPath.forEach(jar -> add(digest, jar));
            files.forEach((path, content) -> {
                add(digest, path.getBytes(StandardCharsets.UTF_8));
                add(digest, content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length, so that no two lists of parts have the same digest. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }
}
