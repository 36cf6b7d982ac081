package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.CgroupOptions;
import java.nio.file.Path;

/** A program of a cgroup. */
public interface CgroupProgram extends AttachableProgram {

    /** Attaches it to a cgroup, together with others: a folder of a mounted cgroup file system of version 2. */
    default BpfLink attachCgroup(Path cgroup) {
        return own(Attach.cgroup(loaded(), cgroup));
    }

    /** Attaches it to a cgroup. */
    default BpfLink attachCgroup(Path cgroup, CgroupOptions options) {
        return own(Attach.cgroup(loaded(), cgroup, options));
    }
}
