package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.ElfSymbol;

/** The target of an instruction's relocation or call. */
sealed interface CodeReference {

    /** No reference, or one without requirements. */
    record Nothing() implements CodeReference {}

    /** A call of a function of the object. */
    record Call(BpfFunction callee) implements CodeReference {}

    /** The address of a function of the object, for the kernel to call. */
    record Callback(BpfFunction callee) implements CodeReference {}

    /** The address of a variable of the object or of a value of {@code .kconfig}. */
    record GlobalData(String name) implements CodeReference {}

    /** A function of the kernel. */
    record Kfunc(ElfSymbol symbol) implements CodeReference {}

    /** A variable of the kernel, with its type. */
    record KernelVariable(ElfSymbol symbol) implements CodeReference {}
}
