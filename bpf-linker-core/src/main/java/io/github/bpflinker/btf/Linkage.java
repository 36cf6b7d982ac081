package io.github.bpflinker.btf;

/** How a function or variable is linked: {@code BTF_FUNC_*} and {@code BTF_VAR_*}, which share their numbers. */
public enum Linkage {
    STATIC(0),
    GLOBAL(1),
    EXTERN(2);

    private final int code;

    Linkage(int code) {
        this.code = code;
    }

    /** Its number in the encoding. */
    public int code() {
        return code;
    }
}
