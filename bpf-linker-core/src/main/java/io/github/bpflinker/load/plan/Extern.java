package io.github.bpflinker.load.plan;

/** A symbol that the object uses and the kernel defines. */
public sealed interface Extern {

    String name();

    /** Whether the object loads without it: its address is then 0, a call of it must not be reached. */
    boolean weak();

    /**
     * A variable of {@code .kconfig}: {@code CONFIG_…} out of the kernel's configuration, or {@code LINUX_…} that the loader
     * knows.
     *
     * @param offset where it is in the value of the map, in bytes
     * @param size in bytes
     * @param type which values fit
     * @param signed whether a number is signed
     */
    record Kconfig(String name, boolean weak, int offset, int size, Type type, boolean signed) implements Extern {

        /** What a variable can hold. */
        public enum Type {
            CHAR,
            BOOL,
            /** An integer of 2, 4 or 8 bytes. */
            INT,
            /** {@code enum libbpf_tristate}: n, y or m as 0, 1, 2. */
            TRISTATE,
            /** {@code char[]}, ended by a zero. */
            TEXT
        }
    }

    /**
     * A variable of the kernel or of a module.
     *
     * @param type the id of its type in {@link PlannedBtf#types()}, without modifiers; 0 if it was declared {@code void}, so
     *     that {@code /proc/kallsyms} says its address
     */
    record Variable(String name, boolean weak, int type) implements Extern {}

    /**
     * A function of the kernel or of a module (kfunc).
     *
     * @param kernelName its name without a flavour
     * @param type the id of its prototype in {@link PlannedBtf#types()}
     */
    record Function(String name, boolean weak, String kernelName, int type) implements Extern {}
}
