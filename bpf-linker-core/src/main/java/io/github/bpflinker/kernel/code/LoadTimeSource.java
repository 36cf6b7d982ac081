package io.github.bpflinker.kernel.code;

/** Where an instruction takes a value from that is known when the program is loaded. */
public enum LoadTimeSource {
    /** The address of a weak symbol of the kernel, 0 if the kernel lacks it. */
    WEAK_SYMBOL,
    /** A CO-RE relocation that asks whether a type, field or enumerator exists. */
    EXISTENCE,
    /** The address of constant data: {@code .rodata}, {@code .kconfig}. */
    CONSTANT_DATA
}
