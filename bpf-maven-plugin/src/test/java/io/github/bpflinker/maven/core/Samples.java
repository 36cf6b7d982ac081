package io.github.bpflinker.maven.core;

import io.github.bpflinker.maven.testing.SampleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Objects with a CO-RE relocation, and the types of kernels that one can be loaded into or not. */
final class Samples {

    /** Has the field at the offset of 4 bytes. */
    static final String KERNEL = "struct task { int pid; int tgid; };\nstruct task task;\n";

    /** Has two types of the name, with the field at different offsets, so that a loader can't choose. */
    static final String AMBIGUOUS =
            KERNEL + "struct task___other { long first; int tgid; };\nstruct task___other other;\n";

    private static final String PROGRAM = """
            struct task { int tgid; } __attribute__((preserve_access_index));
            __attribute__((section("kprobe/x"), used)) int read(struct task *task) { return task->tgid; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    private Samples() {}

    /** An object that reads {@code task->tgid}. */
    static Path object(Path folder, String name) throws IOException {
        return SampleObject.compile(folder, name, PROGRAM, "-g").file();
    }

    /** A file NAME.btf with these types. */
    static Path kernel(Path folder, String name, String types) throws IOException {
        Path compiled = SampleObject.compile(folder, name, types, "-g").file();
        return Files.move(compiled, folder.resolve(name + ".btf"), StandardCopyOption.REPLACE_EXISTING);
    }
}
