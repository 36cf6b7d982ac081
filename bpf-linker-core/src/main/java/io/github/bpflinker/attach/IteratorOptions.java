package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedMap;
import java.nio.file.Path;

/** What an iterator goes over, where its type lets the caller choose: {@code union bpf_iter_link_info}. */
public sealed interface IteratorOptions {

    /** Everything of its type. */
    record All() implements IteratorOptions {}

    /** The elements of a map, or the sockets of one. */
    record OfMap(LoadedMap map) implements IteratorOptions {}

    /** Which cgroups, from where. */
    enum Walk {
        SELF(1),
        DESCENDANTS_FIRST(3),
        SELF_FIRST(2),
        ANCESTORS(4);

        private final int number;

        Walk(int number) {
            this.number = number;
        }

        /** {@code BPF_CGROUP_ITER_…}. */
        int number() {
            return number;
        }
    }

    /** Cgroups (Linux 6.1). */
    record OfCgroup(Path cgroup, Walk walk) implements IteratorOptions {}

    /** One thread, by its id (Linux 6.1). */
    record OfThread(int tid) implements IteratorOptions {}

    /** The threads of one process, by its id (Linux 6.1). */
    record OfProcess(int pid) implements IteratorOptions {}

    /** Everything of its type. */
    static IteratorOptions all() {
        return new All();
    }

    /** The elements of a map. */
    static IteratorOptions map(LoadedMap map) {
        return new OfMap(map);
    }

    /** Cgroups. */
    static IteratorOptions cgroup(Path cgroup, Walk walk) {
        return new OfCgroup(cgroup, walk);
    }

    /** One thread. */
    static IteratorOptions thread(int tid) {
        return new OfThread(tid);
    }

    /** The threads of one process. */
    static IteratorOptions process(int pid) {
        return new OfProcess(pid);
    }
}
