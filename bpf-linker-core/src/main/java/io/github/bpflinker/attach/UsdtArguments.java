package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Architecture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the arguments of a tracepoint of user space are, as {@code struct __bpf_usdt_spec} of libbpf's {@code usdt.bpf.h}
 * has it, for the helpers of that header to read.
 */
final class UsdtArguments {

    /** Bytes of {@code struct __bpf_usdt_spec}. */
    static final int SIZE = 208;

    private static final int MOST = 12;
    private static final int ARGUMENT_SIZE = 16;
    private static final int COOKIE = MOST * ARGUMENT_SIZE;
    private static final int COUNT = COOKIE + Long.BYTES;
    private static final int CONSTANT = 0;
    private static final int REGISTER = 1;
    private static final int MEMORY = 2;
    private static final int BITS = 64;

    private static final String NUMBER = "-?(?:0x\\p{XDigit}+|\\d+)";
    private static final Pattern X86_CONSTANT = Pattern.compile("(-?\\d+)@\\$(" + NUMBER + ")");
    private static final Pattern X86_REGISTER = Pattern.compile("(-?\\d+)@%(\\w+)");
    private static final Pattern X86_MEMORY = Pattern.compile("(-?\\d+)@(" + NUMBER + ")?\\(%(\\w+)\\)");
    private static final Pattern ARM_CONSTANT = Pattern.compile("(-?\\d+)@(" + NUMBER + ")");
    private static final Pattern ARM_REGISTER = Pattern.compile("(-?\\d+)@([a-z]\\w*)");
    private static final Pattern ARM_MEMORY =
            Pattern.compile("(-?\\d+)@\\[\\s*([a-z]\\w*)\\s*(?:,\\s*(" + NUMBER + "))?\\s*]");
    /** Arguments in brackets may have spaces within. */
    private static final Pattern ARGUMENT = Pattern.compile("-?\\d+@(?:\\[[^]]*]|\\S+)");

    /** {@code struct pt_regs} of {@code arch/x86/include/uapi/asm/ptrace.h}, in steps of 8 bytes. */
    private static final List<String> X86_ORDER = List.of(
            "r15", "r14", "r13", "r12", "rbp", "rbx", "r11", "r10", "r9", "r8", "rax", "rcx", "rdx", "rsi", "rdi", "",
            "rip", "", "", "rsp");

    private static final Map<String, Integer> X86_REGISTERS = x86();

    private UsdtArguments() {}

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
     * The whole of it.
     *
     * @param text as a note has it, as in {@code -4@%eax 8@-16(%rbp)}
     * @throws AttachException if an argument is somewhere that can't be described
     */
    static byte[] parse(String where, String text, long cookie, Architecture architecture) {
        ByteBuffer spec = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        Matcher arguments = ARGUMENT.matcher(text);
        int count = 0;
        while (arguments.find()) {
            if (count == MOST) {
                throw AttachException.unsuitable(where + " has more than " + MOST
                        + " arguments, and no program can read them; probe its place with a uprobe");
            }
            write(spec, count * ARGUMENT_SIZE, where, arguments.group(), architecture);
            count++;
        }
        return spec.putLong(COOKIE, cookie).putShort(COUNT, (short) count).array();
    }

    private static void write(ByteBuffer spec, int at, String where, String argument, Architecture architecture) {
        boolean x86 = architecture == Architecture.X86_64;
        Matcher constant = (x86 ? X86_CONSTANT : ARM_CONSTANT).matcher(argument);
        Matcher register = (x86 ? X86_REGISTER : ARM_REGISTER).matcher(argument);
        Matcher memory = (x86 ? X86_MEMORY : ARM_MEMORY).matcher(argument);
        int size;
        if (constant.matches()) {
            size = Integer.parseInt(constant.group(1));
            spec.putLong(at, Long.decode(constant.group(2))).putInt(at + 8, CONSTANT);
        } else if (register.matches()) {
            size = Integer.parseInt(register.group(1));
            spec.putInt(at + 8, REGISTER).putShort(at + 12, offset(register.group(2), x86, where, argument));
        } else if (memory.matches()) {
            size = Integer.parseInt(memory.group(1));
            String base = memory.group(x86 ? 3 : 2);
            long distance = Optional.ofNullable(memory.group(x86 ? 2 : 3))
                    .map(Long::decode)
                    .orElse(0L);
            spec.putLong(at, distance).putInt(at + 8, MEMORY).putShort(at + 12, offset(base, x86, where, argument));
        } else {
            throw unreadable(where, argument);
        }
        int bytes = Math.abs(size);
        if (bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8) {
            throw unreadable(where, argument);
        }
        spec.put(at + 14, (byte) (size < 0 ? 1 : 0)).put(at + 15, (byte) (BITS - bytes * 8));
    }

    private static short offset(String register, boolean x86, String where, String argument) {
        if (x86) {
            @Nullable Integer offset = X86_REGISTERS.get(register);
            if (offset == null) {
                throw unreadable(where, argument);
            }
            return offset.shortValue();
        }
        if (register.equals("sp")) {
            return 31 * Long.BYTES;
        }
        if (register.matches("[xw]\\d+")) {
            int number = Integer.parseInt(register.substring(1));
            if (number < 31) {
                return (short) (number * Long.BYTES);
            }
        }
        throw unreadable(where, argument);
    }

    private static AttachException unreadable(String where, String argument) {
        return AttachException.unsuitable("argument '" + argument + "' of " + where
                + " is somewhere that programs can't read it; build the traced program without that optimization, or probe"
                + " its place with a uprobe");
    }
}
