package io.github.bpflinker.map;

/** The precondition for setting the value of a key. */
public enum Update {
    /** None: {@code BPF_ANY}. */
    ANY(0),
    /** The key must not exist: {@code BPF_NOEXIST}. */
    NEW(1),
    /** The key must exist: {@code BPF_EXIST}. */
    EXISTING(2);

    private final int flag;

    Update(int flag) {
        this.flag = flag;
    }

    /** Its value for bpf(2). */
    int flag() {
        return flag;
    }
}
