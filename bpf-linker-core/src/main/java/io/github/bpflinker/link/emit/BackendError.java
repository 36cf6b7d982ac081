package io.github.bpflinker.link.emit;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.kernel.table.KernelNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the error messages of LLVM's BPF backend ({@code fail} in {@code BPFISelLowering.cpp}, LLVM 14 to 22).
 * Some refer to internal nodes or to library functions that the source does not call.
 *
 * @param limit the unsupported feature; null for unknown messages
 * @param detail the text for the user
 */
record BackendError(@Nullable CodeLimit limit, String detail) {

    private static final Pattern LIBRARY_CALL =
            Pattern.compile("A call to built-in function '(.*)' is not supported.*");

    /** Functions of compiler-rt on half, single, double and wider floating point: {@code __muldf3}, {@code __fixsfdi}. */
    private static final Pattern FLOATING_POINT =
            Pattern.compile("__(float|fix|trunc|extend|powi|gnu_)\\w*|__[a-z]+[hsdtx]f\\d");

    /** Functions of compiler-rt on 128-bit integers: {@code __multi3}. */
    private static final Pattern WIDE_INTEGER = Pattern.compile("__[a-z]+ti\\d");

    private static final Set<String> MATHEMATICS = Set.of(
            "sqrt",
            "sin",
            "cos",
            "tan",
            "exp",
            "exp2",
            "exp10",
            "log",
            "log2",
            "log10",
            "pow",
            "fma",
            "fmod",
            "fmin",
            "fmax",
            "floor",
            "ceil",
            "trunc",
            "rint",
            "round",
            "roundeven",
            "nearbyint");

    private record Known(
            String text, CodeLimit limit, @Nullable String detail) {}

    /** The known messages in order of precedence; if the detail is null, LLVM's text is used. */
    private static final List<Known> KNOWN = List.of(
            new Known("signed division", CodeLimit.SIGNED_DIVISION, "signed division"),
            new Known(
                    "dynamic stack allocation",
                    CodeLimit.DYNAMIC_STACK,
                    "stack of a size that is known at run time only"),
            new Known("use 64 bit version", CodeLimit.ATOMIC_CPU, "an atomic operation on 32 bits"),
            new Known("XADD return value", CodeLimit.ATOMIC_CPU, "the old value of an atomic addition"),
            new Known("atomic load/store", CodeLimit.ATOMIC_ORDER, "an atomic load or store that orders others"),
            new Known("pass by value", CodeLimit.AGGREGATE, "a struct that is passed by value"),
            new Known("aggregate returns", CodeLimit.AGGREGATE, "a struct that is returned by value"),
            new Known("too many arguments", CodeLimit.ARGUMENTS, null),
            new Known("stack arguments", CodeLimit.ARGUMENTS, null),
            new Known("only small returns", CodeLimit.ARGUMENTS, null),
            new Known("VarArgs or StructRet", CodeLimit.ARGUMENTS, null),
            new Known("variadic functions", CodeLimit.ARGUMENTS, null));

    /** A call of a constant address: a helper. */
    private static final Pattern HELPER_CALL =
            Pattern.compile("(?s).*Constant<(\\d+)>.*(?:too many|stack) arguments.*");

    /** The address of an internal node, which differs between runs. */
    private static final Pattern NODE = Pattern.compile("\\b(?:0x[0-9a-f]+|t\\d+): \\S+ = ");

    static BackendError of(String text) {
        Matcher helper = HELPER_CALL.matcher(text);
        if (helper.matches()) {
            String number = helper.group(1);
            String name = KernelNames.helperOf(number).orElse("of number " + number);
            return new BackendError(
                    CodeLimit.HELPER_ARGUMENTS, "a call of the helper " + name + " with more than 5 arguments");
        }
        Matcher library = LIBRARY_CALL.matcher(text);
        if (library.matches()) {
            return ofLibrary(library.group(1));
        }
        for (Known known : KNOWN) {
            if (text.contains(known.text())) {
                return new BackendError(
                        known.limit(),
                        known.detail() == null ? NODE.matcher(text).replaceAll("") : known.detail());
            }
        }
        return new BackendError(null, text);
    }

    private static BackendError ofLibrary(String function) {
        if (function.equals("abort")) {
            return new BackendError(CodeLimit.TRAP, "a trap, which this LLVM makes a call of 'abort'");
        }
        String call = "a call of '" + function + "'";
        if (WIDE_INTEGER.matcher(function).matches()) {
            return new BackendError(CodeLimit.WIDE_INTEGER, call + " for arithmetic on 128 bits");
        }
        boolean mathematics = MATHEMATICS.contains(function)
                || (function.endsWith("f") && MATHEMATICS.contains(function.substring(0, function.length() - 1)));
        return mathematics || FLOATING_POINT.matcher(function).matches()
                ? new BackendError(CodeLimit.FLOATING_POINT, call + " for floating point")
                : new BackendError(CodeLimit.LIBRARY, call);
    }
}
