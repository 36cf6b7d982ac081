package io.github.bpflinker.attach;

/** Where a program goes among others that are attached to the same hook (tcx and netkit since Linux 6.6, cgroups since 6.17). */
public sealed interface Place {

    /** Behind all others. */
    record Last() implements Place {}

    /** Before all others. */
    record First() implements Place {}

    /** Before another link. */
    record Before(BpfLink other) implements Place {}

    /** Behind another link. */
    record After(BpfLink other) implements Place {}

    /** Behind all others. */
    static Place last() {
        return new Last();
    }

    /** Before all others. */
    static Place first() {
        return new First();
    }

    /** Before another link. */
    static Place before(BpfLink other) {
        return new Before(other);
    }

    /** Behind another link. */
    static Place after(BpfLink other) {
        return new After(other);
    }
}
