package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.OptionalInt;

/** The target of an instruction's relocation or call. */
sealed interface InstructionTarget {

    /** No reference, or one without requirements. */
    record Nothing() implements InstructionTarget {

        static final Nothing HERE = new Nothing();
    }

    /** A call of a function of the object. */
    record Call(BpfFunction callee) implements InstructionTarget {}

    /** The address of a function of the object, for the kernel to call. */
    record Callback(BpfFunction callee) implements InstructionTarget {}

    /**
     * The address of a variable of the object or of a value of {@code .kconfig}.
     *
     * @param section the section, of which the loader makes a map
     */
    record GlobalData(String name, String section) implements InstructionTarget {

        /** Whether its value is known when the program is loaded. */
        boolean isConstant() {
            return section.equals(KCONFIG) || section.equals(".rodata") || section.startsWith(".rodata.");
        }

        static final String KCONFIG = ".kconfig";
    }

    /** The address of a map. */
    record MapAddress(String name) implements InstructionTarget {}

    /**
     * A function of the kernel.
     *
     * @param parameters the number of its parameters; empty if it is not declared in BTF
     */
    record Kfunc(ElfSymbol symbol, OptionalInt parameters) implements InstructionTarget {}

    /** A variable of the kernel, with its type. */
    record KernelVariable(ElfSymbol symbol) implements InstructionTarget {}
}
