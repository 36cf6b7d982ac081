package io.github.bpflinker.load;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.github.bpflinker.elf.BpfObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs in a user namespace with a mount namespace of its own: opens a BPF file system, waits until the parent process has
 * made it, with what it delegates, mounts it, and loads objects with and without a token.
 */
public final class InUserNamespace {

    private static final PrintStream OUT = System.out;

    private static final int FSOPEN = 430;
    private static final int FSMOUNT = 432;
    private static final int MOVE_MOUNT = 429;

    private static final int FROM_DESCRIPTOR = 4;
    private static final int CURRENT_FOLDER = -100;

    private InUserNamespace() {}

    /** The C library. */
    public interface LibC extends Library {
        LibC CALLS = Native.load("c", LibC.class);

        /** syscall(2). */
        long syscall(long number, Object... arguments);
    }

    /**
     * Loads objects without and with a token.
     *
     * @param arguments a folder to mount in, and objects
     */
    public static void main(String[] arguments) throws IOException {
        long context = LibC.CALLS.syscall(FSOPEN, "bpf", 0);
        OUT.println(context);
        OUT.flush();
        if (System.in.read() < 0) {
            return;
        }
        Path folder = Path.of(arguments[0]);
        long mount = LibC.CALLS.syscall(FSMOUNT, context, 0, 0);
        LibC.CALLS.syscall(MOVE_MOUNT, mount, "", CURRENT_FOLDER, folder.toString(), FROM_DESCRIPTOR);
        List<Path> objects = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            objects.add(Path.of(arguments[i]));
        }
        objects.forEach(object -> load("without", object, loader(object)));
        try (BpfToken token = BpfToken.of(folder)) {
            objects.forEach(object -> load("with", object, loader(object).token(token)));
        } catch (LoadException e) {
            OUT.println(e.getMessage());
        }
        try (BpfToken token = BpfToken.of(Files.createDirectory(folder.resolve("below")))) {
            OUT.println("a folder below gives a token of " + token.getClass());
        } catch (LoadException e) {
            OUT.println(e.getMessage());
        }
    }

    private static BpfLoader loader(Path object) {
        try {
            return BpfLoader.of(BpfObject.read(object)).withoutPins();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(String how, Path file, BpfLoader loader) {
        try (LoadedObject object = loader.load()) {
            OUT.println(how + " a token, " + file.getFileName() + ": "
                    + object.programs().size() + " loaded, "
                    + object.maps().size() + " maps, types "
                    + (object.programs().get(0).info().btfId() != 0));
        } catch (LoadException e) {
            OUT.println(how + " a token, " + file.getFileName() + ": " + e.getMessage());
        }
    }
}
