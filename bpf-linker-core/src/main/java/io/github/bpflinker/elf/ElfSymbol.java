package io.github.bpflinker.elf;

import java.util.List;

/**
 * A symbol of an ELF file.
 *
 * @param index its index in the symbol table
 * @param name its name, empty for section symbols
 * @param value in a relocatable file, its offset within its section
 * @param size in bytes
 * @param type its type
 * @param binding its binding
 * @param visibility its visibility
 * @param section the index of the section that defines it, {@link #UNDEFINED}, or a negative number for one of ELF's
 *     reserved indexes, such as {@link #ABSOLUTE}; indexes of extended numbering are resolved
 */
public record ElfSymbol(
        int index, String name, long value, long size, Type type, Binding binding, Visibility visibility, int section) {

    /** {@code SHN_UNDEF}. */
    public static final int UNDEFINED = 0;
    /** {@code SHN_ABS}, 0xfff1. */
    public static final int ABSOLUTE = 0xfff1 - 0x10000;
    /** {@code SHN_COMMON}, 0xfff2. */
    public static final int COMMON = 0xfff2 - 0x10000;

    /** {@code STT_…}, in the order of their numbers. */
    public enum Type {
        NOTYPE,
        OBJECT,
        FUNC,
        SECTION,
        FILE,
        COMMON,
        TLS,
        /** Specific to an operating system or processor. */
        OTHER;

        private static final Type[] BY_NUMBER = values();

        /** Its number in the symbol table. */
        int code() {
            return List.of(BY_NUMBER).indexOf(this);
        }

        static Type of(int info) {
            return BY_NUMBER[Math.min(info & 0xf, BY_NUMBER.length - 1)];
        }
    }

    /** {@code STB_…}, in the order of their numbers. */
    public enum Binding {
        LOCAL,
        GLOBAL,
        WEAK,
        /** Specific to an operating system or processor. */
        OTHER;

        private static final Binding[] BY_NUMBER = values();

        /** Its number in the symbol table. */
        int code() {
            return List.of(BY_NUMBER).indexOf(this);
        }

        static Binding of(int info) {
            return BY_NUMBER[Math.min((info & 0xff) >> 4, BY_NUMBER.length - 1)];
        }
    }

    /** {@code STV_…}, in the order of their numbers. */
    public enum Visibility {
        DEFAULT,
        INTERNAL,
        HIDDEN,
        PROTECTED;

        private static final Visibility[] BY_NUMBER = values();

        /** Its number in the symbol table. */
        int code() {
            return List.of(BY_NUMBER).indexOf(this);
        }

        static Visibility of(int other) {
            return BY_NUMBER[other & 3];
        }
    }

    /** Whether it is a reference to a symbol that the file does not define. False for the null symbol. */
    public boolean isUndefined() {
        return section == UNDEFINED && index != 0 && !name.isEmpty();
    }

    public boolean isLocal() {
        return binding == Binding.LOCAL;
    }

    /** Whether it is weak: as a reference it may stay without a definition, as a definition it gives way to others. */
    public boolean isWeak() {
        return binding == Binding.WEAK;
    }

    /** Whether other files see it: it is global or weak. */
    public boolean isShared() {
        return binding == Binding.GLOBAL || binding == Binding.WEAK;
    }

    /** Whether no other module may see it; loaders make such functions static. */
    public boolean isHidden() {
        return visibility == Visibility.HIDDEN || visibility == Visibility.INTERNAL;
    }
}
