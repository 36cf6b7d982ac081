package io.github.bpflinker.attach;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of its own, with rights of its own, that attaches one program and says what came of it. */
public final class AttachesOnce {

    private AttachesOnce() {}

    /**
     * Prints {@code attached}, or the message.
     *
     * @param arguments the object, the program, and a cgroup; without that, the program is attached as its section says
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        BpfLoader loader = BpfLoader.of(BpfObject.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file))))
                .programs((plan, settings) -> settings.load(plan.name().equals(arguments[1])));
        try (LoadedObject object = loader.load()) {
            LoadedProgram program = object.program(arguments[1]);
            try (BpfLink link =
                    arguments.length > 2 ? Attach.cgroup(program, Path.of(arguments[2])) : Attach.program(program)) {
                System.out.println("attached " + link);
            }
        } catch (AttachException | LoadException e) {
            System.out.println(e.getMessage());
        }
    }
}
