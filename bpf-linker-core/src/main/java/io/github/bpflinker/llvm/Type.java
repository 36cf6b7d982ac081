package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.TypeApi;
import java.util.Arrays;
import java.util.List;

/** An LLVM type. Valid until its context is closed. */
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

    /** The width of an integer type in bits; 0 for any other type. */
    public int integerWidth() {
        return kind() == INTEGER ? TypeApi.LLVMGetIntTypeWidth(handle) : 0;
    }

    /**
     * The number of 64-bit registers in which a value of this type is passed or returned: the sum over its scalars,
     * each rounded up.
     */
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

    /** The type as in IR text, such as {@code i32 (ptr, i64)}. */
    public String text() {
        return NativeStrings.owned(TypeApi.LLVMPrintTypeToString(handle));
    }

    /** The number of elements of an array type; -1 for any other type. */
    public int arrayLength() {
        return kind() == ARRAY ? TypeApi.LLVMGetArrayLength(handle) : -1;
    }

    /** The parameters of a function type. */
    public List<Type> parameters() {
        long[] types = new long[Math.max(1, parameterCount())];
        TypeApi.LLVMGetParamTypes(handle, types);
        return Arrays.stream(types).limit(parameterCount()).mapToObj(Type::new).toList();
    }

    /** The result of a function type. */
    public Type returnType() {
        return new Type(TypeApi.LLVMGetReturnType(handle));
    }

    /** Whether it is a variadic function type. */
    public boolean isVarArg() {
        return TypeApi.LLVMIsFunctionVarArg(handle) != 0;
    }

    /** The number of parameters of a function type. */
    public int parameterCount() {
        return TypeApi.LLVMCountParamTypes(handle);
    }

    /** The total number of registers of a function type's parameters. */
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
