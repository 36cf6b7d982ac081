package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.run.TestRun;

/** A program of a loaded object. */
public interface AttachableProgram {

    /** The program. */
    LoadedProgram loaded();

    /** The object that it is part of. */
    LoadedObject object();

    /** Has the object close a link with itself, and returns the link. */
    BpfLink own(BpfLink link);

    /** A run with data of one's own, for the types that the kernel can test. */
    default TestRun testRun() {
        return TestRun.of(loaded());
    }
}
