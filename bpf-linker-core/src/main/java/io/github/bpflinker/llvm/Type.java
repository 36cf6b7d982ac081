package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.TypeApi;

/** An LLVM type. Borrows from its context. */
public final class Type {

    private static final int VOID = 0;
    private static final int INTEGER = 8;
    private static final int STRUCT = 10;
    private static final int ARRAY = 11;
    private static final int POINTER = 12;

    final long handle;

    Type(long handle) {
        this.handle = handle;
    }

    private int kind() {
        return TypeApi.LLVMGetTypeKind(handle);
    }

    public boolean isVoid() {
        return kind() == VOID;
    }

    public boolean isPointer() {
        return kind() == POINTER;
    }

    /** The width in bits of an integer type; 0 for any other. */
    public int integerWidth() {
        return kind() == INTEGER ? TypeApi.LLVMGetIntTypeWidth(handle) : 0;
    }

    /** How many 64-bit registers a value of this type takes when it is passed or returned: its scalars, each rounded up. */
    public long registers() {
        return switch (kind()) {
            case VOID -> 0;
            case INTEGER -> (TypeApi.LLVMGetIntTypeWidth(handle) + 63L) / 64;
            case STRUCT -> {
                long sum = 0;
                for (int i = 0; i < TypeApi.LLVMCountStructElementTypes(handle); i++) {
                    sum += new Type(TypeApi.LLVMStructGetTypeAtIndex(handle, i)).registers();
                }
                yield sum;
            }
            case ARRAY ->
                Integer.toUnsignedLong(TypeApi.LLVMGetArrayLength(handle))
                        * new Type(TypeApi.LLVMGetElementType(handle)).registers();
            default -> 1;
        };
    }

    /** The result of a function type. */
    public Type returnType() {
        return new Type(TypeApi.LLVMGetReturnType(handle));
    }

    /** Whether a function type takes further arguments. */
    public boolean isVarArg() {
        return TypeApi.LLVMIsFunctionVarArg(handle) != 0;
    }

    /** How many parameters a function type names. */
    public int parameterCount() {
        return TypeApi.LLVMCountParamTypes(handle);
    }

    /** The registers that the parameters of a function type take together. */
    public long parameterRegisters() {
        int count = parameterCount();
        long[] types = new long[Math.max(1, count)];
        TypeApi.LLVMGetParamTypes(handle, types);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += new Type(types[i]).registers();
        }
        return sum;
    }
}
