package io.github.bpflinker.btf;

/** The linkage of a function or variable: {@code BTF_FUNC_*} and {@code BTF_VAR_*}, which have the same values. */
public enum BtfLinkage {
    STATIC(0),
    GLOBAL(1),
    EXTERN(2);

    private final int code;

    BtfLinkage(int code) {
        this.code = code;
    }

    /** Its number in the encoding. */
    public int code() {
        return code;
    }
}
