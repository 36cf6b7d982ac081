package io.github.bpflinker.load.core;

/** Applies the value of a relocation to its instruction ({@code bpf_core_patch_insn}). */
public final class CorePatch {

    /** The number of the helper that a poisoned instruction calls: 0xbad2310. */
    public static final int POISON = 195_896_080;

    private static final int[] BYTES_BY_SIZE = {4, 2, 1, 8};

    private final CodeBuffer code;
    private final int at;
    private final CoreValue value;

    private CorePatch(CodeBuffer code, int at, CoreValue value) {
        this.code = code;
        this.at = at;
        this.value = value;
    }

    /**
     * Modifies an instruction.
     *
     * @param at in units of 8 bytes; a 64-bit load must be complete
     * @return whether it was poisoned, because there is no target or the size of the target is not supported
     * @throws CoreException if the instruction does not contain the expected value
     */
    public static boolean apply(CodeBuffer code, int at, CoreValue value) {
        return new CorePatch(code, at, value).apply();
    }

    private boolean apply() {
        if (value.poison()) {
            return poison();
        }
        return switch (code.opcode(at) & Opcode.CLASS) {
            case Opcode.CLASS_ALU, Opcode.CLASS_ALU64 -> arithmetic();
            case Opcode.CLASS_LDX, Opcode.CLASS_ST, Opcode.CLASS_STX -> memory();
            case Opcode.CLASS_LD -> wide();
            default -> throw unfit("can't hold a value");
        };
    }

    private boolean poison() {
        if (code.isWide(at)) {
            code.poison(at + 1, POISON);
        }
        code.poison(at, POISON);
        return true;
    }

    private boolean arithmetic() {
        if ((code.opcode(at) & Opcode.SOURCE_REGISTER) != 0) {
            throw unfit("has no constant");
        }
        validate(code.constant(at));
        code.setConstant(at, (int) value.value());
        return false;
    }

    private boolean memory() {
        validate(code.offset(at));
        if (Long.compareUnsigned(value.value(), Short.MAX_VALUE) > 0) {
            throw new CoreException("its offset " + Long.toUnsignedString(value.value())
                    + " does not fit a load or store, which reach 32767 bytes");
        }
        if (value.unfit()) {
            return poison();
        }
        code.setOffset(at, (int) value.value());
        if (value.size() != value.originalSize()) {
            code.setOpcode(at, (code.opcode(at) & (Opcode.MODE | Opcode.CLASS)) | sizeCode());
        }
        return false;
    }

    private int sizeCode() {
        int bytes = BYTES_BY_SIZE[(code.opcode(at) & Opcode.SIZE) >> 3];
        if (bytes != value.originalSize()) {
            throw unfit("accesses " + bytes + " bytes of a field of " + value.originalSize());
        }
        for (int i = 0; i < BYTES_BY_SIZE.length; i++) {
            if (BYTES_BY_SIZE[i] == value.size()) {
                return i << 3;
            }
        }
        throw new CoreException("the field has " + value.size() + " bytes there, which no instruction loads");
    }

    private boolean wide() {
        boolean plain = code.isWide(at)
                && code.source(at) == 0
                && code.offset(at) == 0
                && code.opcode(at + 1) == 0
                && code.destination(at + 1) == 0
                && code.source(at + 1) == 0
                && code.offset(at + 1) == 0;
        if (!plain) {
            throw unfit("is no load of a plain constant");
        }
        validate((code.constant(at) & AccessSpec.U32) | ((long) code.constant(at + 1) << Integer.SIZE));
        code.setConstant(at, (int) value.value());
        code.setConstant(at + 1, (int) (value.value() >>> Integer.SIZE));
        return false;
    }

    private void validate(long held) {
        if (value.validate() && held != value.original()) {
            throw new CoreException("the instruction holds " + held + " instead of " + value.original()
                    + ", which the types of the program give");
        }
    }

    private CoreException unfit(String reason) {
        return new CoreException("the instruction (opcode 0x" + Integer.toHexString(code.opcode(at)) + ") " + reason);
    }
}
