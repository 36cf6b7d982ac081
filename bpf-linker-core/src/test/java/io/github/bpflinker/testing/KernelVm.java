package io.github.bpflinker.testing;

import io.github.bpflinker.machine.Initramfs;
import io.github.bpflinker.machine.Qemu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks another kernel than the running one whether it accepts objects: starts it under qemu with a root file system of
 * busybox, bpftool and the objects, has bpftool load each, and ends. Needs no rights; it takes seconds. The machine is
 * emulated: KVM within a virtual machine can hang.
 */
public final class KernelVm {

    private static final String MARK = "@@@ ";
    private static final int MEMORY_MB = 512;
    private static final int LIMIT_SECONDS = 600;

    private static final String INIT = """
            #!/bin/busybox sh
            export PATH=/bin
            busybox mount -t proc proc /proc
            busybox mount -t sysfs sys /sys
            busybox mount -t bpf bpf /sys/fs/bpf
            for object in /objects/*; do
                echo "@@@ object ${object##*/}"
                if bpftool prog loadall "$object" /sys/fs/bpf/programs >/log 2>&1; then
                    echo "@@@ loaded"
                else
                    echo "@@@ refused"
                    busybox tail -n 12 /log
                fi
                busybox rm -rf /sys/fs/bpf/programs
            done
            echo "@@@ end $(busybox uname -r)"
            busybox reboot -f
            """;

    private final Path image;
    private final Path busybox;
    private final Path bpftool;

    private KernelVm(Path image, Path busybox, Path bpftool) {
        this.image = image;
        this.busybox = busybox;
        this.bpftool = bpftool;
    }

    /**
     * One with the kernel of system property {@code bpf.kernelImage}, or with Debian's; the calling test is skipped, or
     * fails, if something is missing.
     */
    public static KernelVm require() {
        Tool.QEMU.require();
        Path busybox = Tool.BUSYBOX.require();
        Path bpftool = Tool.BPFTOOL.require();
        return new KernelVm(DebianKernel.require(JavaVm.DEBIAN_12), busybox, bpftool);
    }

    /**
     * What the kernel said.
     *
     * @param release of the kernel, as {@code uname -r} prints it
     * @param refusals for each object, in the order of their names: empty if it was loaded, else the end of the log
     */
    public record Answers(String release, Map<String, String> refusals) {

        public boolean isLoaded(String object) {
            String refusal = refusals.get(object);
            if (refusal == null) {
                throw new AssertionError("no answer about " + object);
            }
            return refusal.isEmpty();
        }
    }

    /**
     * Starts the kernel and has it load objects.
     *
     * @param folder for temporary files
     */
    public Answers load(Path folder, List<Path> objects) {
        try {
            String output = Qemu.boot(image, rootFileSystem(objects), MEMORY_MB, "", LIMIT_SECONDS, folder);
            return parse(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] rootFileSystem(List<Path> objects) {
        Initramfs root = new Initramfs()
                .folder("/proc")
                .folder("/sys")
                .device("/dev/console", 5, 1)
                .file("/init", INIT.getBytes(StandardCharsets.UTF_8))
                .file("/bin/busybox", busybox)
                .file("/bin/bpftool", bpftool);
        for (String library : Guest.libraries(bpftool)) {
            root.file(library, Path.of(library));
        }
        for (Path object : objects) {
            root.file("/objects/" + object.getFileName(), object);
        }
        return root.end();
    }

    private static Answers parse(String output) {
        Map<String, String> refusals = new LinkedHashMap<>();
        @Nullable String object = null;
        for (String printed : output.lines().toList()) {
            // The firmware leaves control characters before the first line.
            String line = printed.substring(Math.max(0, printed.indexOf(MARK)));
            if (line.startsWith(MARK + "object ")) {
                object = line.substring((MARK + "object ").length());
            } else if (object != null && line.equals(MARK + "loaded")) {
                refusals.put(object, "");
            } else if (object != null && line.equals(MARK + "refused")) {
                refusals.put(object, "refused");
            } else if (line.startsWith(MARK + "end ")) {
                return new Answers(line.substring((MARK + "end ").length()), refusals);
            } else if (object != null && refusals.containsKey(object)) {
                refusals.merge(object, line, (before, added) -> before + "\n" + added);
            }
        }
        throw new AssertionError("the machine did not come to its end:\n" + output);
    }
}
