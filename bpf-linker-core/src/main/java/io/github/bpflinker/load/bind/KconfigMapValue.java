package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.bind.BindProblem.ExternKind;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.Extern;
import io.github.bpflinker.load.plan.LoadPlan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes the value of the {@code .kconfig} map ({@code bpf_object__read_kconfig_file}). */
final class KconfigMapValue {

    private static final String CONFIG = "CONFIG_";
    private static final String LINUX = "LINUX_";

    private final LoadPlan plan;
    private final Host host;

    private KconfigMapValue(LoadPlan plan, Host host) {
        this.plan = plan;
        this.host = host;
    }

    /** @param size the size of the value in bytes */
    static Bytes of(LoadPlan plan, Host host, int size) {
        return new KconfigMapValue(plan, host).fill(size);
    }

    private Bytes fill(int size) {
        byte[] bytes = new byte[size];
        ByteBuffer value = ByteBuffer.wrap(bytes).order(plan.order());
        List<Extern.Kconfig> externs = plan.externs().stream()
                .filter(Extern.Kconfig.class::isInstance)
                .map(Extern.Kconfig.class::cast)
                .toList();
        Map<String, String> configuration = configuration(externs);
        for (Extern.Kconfig extern : externs) {
            if (!extern.name().startsWith(CONFIG)) {
                virtual(extern, value);
            } else {
                @Nullable String text = configuration.get(extern.name());
                if (text != null) {
                    set(extern, text, value);
                } else if (!extern.weak()) {
                    throw new BindException(
                            plan.name(), new BindProblem.MissingExtern(extern.name(), ExternKind.CONFIGURATION));
                }
            }
        }
        return Bytes.wrap(bytes);
    }

    private Map<String, String> configuration(List<Extern.Kconfig> externs) {
        Set<String> names = externs.stream()
                .map(Extern::name)
                .filter(name -> name.startsWith(CONFIG))
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            return Map.of();
        }
        return host.configuration(names)
                .orElseThrow(() -> new BindException(
                        plan.name(),
                        new BindProblem.NoConfiguration(names.stream().sorted().toList())));
    }

    /** Sets a value that is provided by the loader, not by the configuration. */
    private void virtual(Extern.Kconfig extern, ByteBuffer value) {
        switch (extern.name()) {
            case "LINUX_KERNEL_VERSION" -> number(extern, Integer.toUnsignedLong(host.versionCode()), value);
            case "LINUX_HAS_BPF_COOKIE" -> number(extern, host.has(Ability.BPF_COOKIE) ? 1 : 0, value);
            case "LINUX_HAS_SYSCALL_WRAPPER" -> number(extern, host.has(Ability.SYSCALL_WRAPPER) ? 1 : 0, value);
            default -> {
                if (!extern.name().startsWith(LINUX) || !extern.weak()) {
                    throw unfit(extern, "its name starts neither with CONFIG_ nor is it a LINUX_… that loaders know");
                }
            }
        }
    }

    private void set(Extern.Kconfig extern, String text, ByteBuffer value) {
        switch (text.isEmpty() ? '\0' : text.charAt(0)) {
            case 'y', 'n', 'm' -> letter(extern, text.charAt(0), value);
            case '"' -> text(extern, text, value);
            case '\0' -> throw unfit(extern, "the configuration has no value behind the equals sign");
            default -> {
                if (extern.type() != Extern.Kconfig.Type.INT && extern.type() != Extern.Kconfig.Type.CHAR) {
                    throw unfit(extern, "its value " + text + " is a number, its type takes none");
                }
                number(extern, parse(extern, text), value);
            }
        }
    }

    private void letter(Extern.Kconfig extern, char letter, ByteBuffer value) {
        int at = extern.offset();
        switch (extern.type()) {
            case BOOL -> {
                if (letter == 'm') {
                    throw unfit(extern, "its value is m (built as a module), which is no bool");
                }
                value.put(at, (byte) (letter == 'y' ? 1 : 0));
            }
            case TRISTATE -> tristate(extern, letter == 'y' ? 1 : letter == 'm' ? 2 : 0, value);
            case CHAR -> value.put(at, (byte) letter);
            default ->
                throw unfit(extern, "its value is " + letter + "; declare it bool, char or enum libbpf_tristate");
        }
    }

    private static void tristate(Extern.Kconfig extern, int number, ByteBuffer value) {
        if (extern.size() == Long.BYTES) {
            value.putLong(extern.offset(), number);
        } else {
            value.putInt(extern.offset(), number);
        }
    }

    private void text(Extern.Kconfig extern, String quoted, ByteBuffer value) {
        if (extern.type() != Extern.Kconfig.Type.TEXT) {
            throw unfit(extern, "its value " + quoted + " is text; declare it char[]");
        }
        byte[] bytes = quoted.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 2 || bytes[bytes.length - 1] != '"') {
            throw unfit(extern, "its value " + quoted + " has no closing quotation mark");
        }
        int length = Math.min(bytes.length - 2, extern.size() - 1);
        value.put(extern.offset(), bytes, 1, length).put(extern.offset() + length, (byte) 0);
    }

    private long parse(Extern.Kconfig extern, String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        try {
            long number;
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                number = Long.parseUnsignedLong(digits.substring(2), 16);
            } else if (digits.length() > 1 && digits.startsWith("0")) {
                number = Long.parseUnsignedLong(digits, 8);
            } else {
                number = Long.parseUnsignedLong(digits);
            }
            return negative ? -number : number;
        } catch (NumberFormatException e) {
            throw unfit(extern, "its value " + text + " is no number");
        }
    }

    private void number(Extern.Kconfig extern, long number, ByteBuffer value) {
        Extern.Kconfig.Type type = extern.type();
        if (type == Extern.Kconfig.Type.TRISTATE || type == Extern.Kconfig.Type.TEXT) {
            throw unfit(extern, "its value " + Long.toUnsignedString(number) + " is a number, its type takes none");
        }
        if (type == Extern.Kconfig.Type.BOOL && (number < 0 || number > 1)) {
            throw unfit(extern, "its value " + Long.toUnsignedString(number) + " is no bool");
        }
        if (!isInRange(extern, number)) {
            throw unfit(
                    extern,
                    "its value " + (extern.signed() ? Long.toString(number) : Long.toUnsignedString(number))
                            + " does not fit " + extern.size() + " bytes");
        }
        switch (extern.size()) {
            case 1 -> value.put(extern.offset(), (byte) number);
            case 2 -> value.putShort(extern.offset(), (short) number);
            case 4 -> value.putInt(extern.offset(), (int) number);
            default -> value.putLong(extern.offset(), number);
        }
    }

    private static boolean isInRange(Extern.Kconfig extern, long number) {
        int bits = extern.size() * Byte.SIZE;
        if (bits >= Long.SIZE) {
            return true;
        }
        return extern.signed()
                ? Long.compareUnsigned(number + (1L << (bits - 1)), 1L << bits) < 0
                : number >>> bits == 0;
    }

    private BindException unfit(Extern.Kconfig extern, String reason) {
        return new BindException(
                plan.name(), new BindProblem.UnfitExtern(extern.name(), ExternKind.CONFIGURATION, reason));
    }
}
