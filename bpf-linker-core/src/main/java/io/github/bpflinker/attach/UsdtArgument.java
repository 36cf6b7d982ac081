package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Architecture;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one argument of a tracepoint of user space is when its place is reached.
 *
 * @param kind constant, register or memory
 * @param bytes its size: 1, 2, 4 or 8
 * @param signed whether it is widened with its sign
 * @param value the constant itself, or the distance from where the base register points
 * @param base the register's offset in {@code struct pt_regs}; 0 for constants
 * @param index the same of the register that is scaled and added; 0 for none
 * @param scale by how many bits the index is shifted to the left: 0 to 3
 */
record UsdtArgument(Kind kind, int bytes, boolean signed, long value, int base, int index, int scale) {

    /** The numbers are those of {@code enum __bpf_usdt_arg_type} in libbpf's {@code usdt.bpf.h}. */
    enum Kind {
        CONSTANT(0),
        REGISTER(1),
        /** In memory, at a distance from where a register points. */
        MEMORY(2),
        /** In memory, at a distance from a register and another one that is scaled; since libbpf 1.7. */
        INDEXED(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    private static final String SIZE = "(-?[1248])@";
    private static final String NUMBER = "-?(?:0x\\p{XDigit}{1,16}|\\d{1,20})";
    private static final Pattern X86_CONSTANT = Pattern.compile(SIZE + "\\$(" + NUMBER + ")");
    private static final Pattern X86_REGISTER = Pattern.compile(SIZE + "%(\\w+)");
    private static final Pattern X86_MEMORY =
            Pattern.compile(SIZE + "(" + NUMBER + ")?\\(\\s*%(\\w+)\\s*(?:,\\s*%(\\w+)\\s*(?:,\\s*([1248])\\s*)?)?\\)");
    private static final Pattern ARM_CONSTANT = Pattern.compile(SIZE + "(" + NUMBER + ")");
    private static final Pattern ARM_REGISTER = Pattern.compile(SIZE + "([a-z]\\w*)");
    private static final Pattern ARM_MEMORY =
            Pattern.compile(SIZE + "\\[\\s*([a-z]\\w*)\\s*(?:,\\s*(" + NUMBER + ")\\s*)?]");

    private static final int ARM_REGISTERS = 31;
    private static final int NONE = -1;

    /** {@code struct pt_regs} of {@code arch/x86/include/uapi/asm/ptrace.h}, in steps of 8 bytes. */
    private static final List<String> X86_ORDER = List.of(
            "r15", "r14", "r13", "r12", "rbp", "rbx", "r11", "r10", "r9", "r8", "rax", "rcx", "rdx", "rsi", "rdi", "",
            "rip", "", "", "rsp");

    private static final Map<String, Integer> X86_REGISTERS = x86();

    private static Map<String, Integer> x86() {
        Map<String, Integer> registers = new HashMap<>();
        for (int i = 0; i < X86_ORDER.size(); i++) {
            String name = X86_ORDER.get(i);
            int offset = i * Long.BYTES;
            registers.put(name, offset);
            if (name.matches("r\\d+")) {
                for (String suffix : List.of("d", "w", "b")) {
                    registers.put(name + suffix, offset);
                }
            } else if (!name.isEmpty()) {
                String word = name.substring(1);
                registers.put("e" + word, offset);
                registers.put(word, offset);
                registers.put(word.endsWith("x") ? word.charAt(0) + "l" : word + "l", offset);
            }
        }
        registers.remove("");
        return Map.copyOf(registers);
    }

    /**
     * One argument as the assembler wrote it into the note, as in {@code -4@%eax} or {@code 8@-16(%rbp,%rax,8)}.
     *
     * @return null if it is somewhere that can't be described
     */
    static @Nullable UsdtArgument parse(String text, Architecture architecture) {
        UsdtArgument argument = architecture == Architecture.X86_64 ? parseX86(text) : parseArm(text);
        return argument == null || argument.base < 0 || argument.index < 0 ? null : argument;
    }

    private static @Nullable UsdtArgument parseX86(String text) {
        Matcher constant = X86_CONSTANT.matcher(text);
        Matcher register = X86_REGISTER.matcher(text);
        Matcher memory = X86_MEMORY.matcher(text);
        if (constant.matches()) {
            return constant(constant);
        }
        if (register.matches()) {
            return of(Kind.REGISTER, register.group(1), 0, x86(register.group(2)));
        }
        if (!memory.matches()) {
            return null;
        }
        long distance = distance(memory.group(2));
        int base = x86(memory.group(3));
        String index = memory.group(4);
        if (index == null) {
            return of(Kind.MEMORY, memory.group(1), distance, base);
        }
        String factor = memory.group(5);
        int scale = factor == null ? 0 : Integer.numberOfTrailingZeros(Integer.parseInt(factor));
        return of(Kind.INDEXED, memory.group(1), distance, base).indexed(x86(index), scale);
    }

    private static @Nullable UsdtArgument parseArm(String text) {
        Matcher constant = ARM_CONSTANT.matcher(text);
        Matcher register = ARM_REGISTER.matcher(text);
        Matcher memory = ARM_MEMORY.matcher(text);
        if (constant.matches()) {
            return constant(constant);
        }
        if (register.matches()) {
            return of(Kind.REGISTER, register.group(1), 0, arm(register.group(2)));
        }
        if (memory.matches()) {
            return of(Kind.MEMORY, memory.group(1), distance(memory.group(3)), arm(memory.group(2)));
        }
        return null;
    }

    private static UsdtArgument constant(Matcher constant) {
        return of(Kind.CONSTANT, constant.group(1), distance(constant.group(2)), 0);
    }

    private static UsdtArgument of(Kind kind, String size, long value, int base) {
        int signedBytes = Integer.parseInt(size);
        return new UsdtArgument(kind, Math.abs(signedBytes), signedBytes < 0, value, base, 0, 0);
    }

    private UsdtArgument indexed(int register, int shift) {
        return new UsdtArgument(kind, bytes, signed, value, base, register, shift);
    }

    /** A number of up to 64 bits, whether the assembler wrote it with a sign or without. */
    private static long distance(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        boolean hexadecimal = digits.startsWith("0x");
        // 20 decimal digits can be more than 64 bits; no assembler writes such a number.
        long magnitude = new BigInteger(hexadecimal ? digits.substring(2) : digits, hexadecimal ? 16 : 10).longValue();
        return negative ? -magnitude : magnitude;
    }

    private static int x86(String register) {
        return X86_REGISTERS.getOrDefault(register, NONE);
    }

    private static int arm(String register) {
        if (register.equals("sp")) {
            return ARM_REGISTERS * Long.BYTES;
        }
        if (register.matches("[xw]\\d{1,2}")) {
            int number = Integer.parseInt(register.substring(1));
            return number < ARM_REGISTERS ? number * Long.BYTES : NONE;
        }
        return NONE;
    }
}
