package io.github.bpflinker.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Boots a kernel under qemu. The processor is emulated, so neither root nor KVM is needed. */
public final class Qemu {

    // On a busy machine the emulated timer is too late for the check of the interrupt controller.
    private static final String KERNEL_ARGUMENTS = "console=ttyS0 quiet panic=-1 no_timer_check";

    private Qemu() {}

    /**
     * Boots a kernel and waits for it to end.
     *
     * @param image the compressed kernel
     * @param initramfs its root file system
     * @param megabytes its memory
     * @param kernelArguments in addition to those for a console on a serial line; may be empty
     * @param seconds after which it is ended
     * @param folder takes temporary files
     * @return what it printed on its console
     * @throws IOException if the folder can't be written
     * @throws MachineException if qemu is missing, fails, or does not end in time
     */
    public static String boot(
            Path image, byte[] initramfs, int megabytes, String kernelArguments, long seconds, Path folder)
            throws IOException {
        Path qemu = HostTools.qemu();
        Path root = Files.write(folder.resolve("initramfs"), initramfs);
        return HostTools.run(
                folder,
                seconds,
                List.of(
                        qemu.toString(),
                        "-m",
                        String.valueOf(megabytes),
                        "-accel",
                        "tcg",
                        "-nographic",
                        "-no-reboot",
                        "-kernel",
                        image.toString(),
                        "-initrd",
                        root.toString(),
                        "-append",
                        (KERNEL_ARGUMENTS + " " + kernelArguments).strip()));
    }
}
