package io.github.bpflinker.option;

import io.github.bpflinker.option.LinkOption.Shape;
import java.util.List;

/** The command line's spelling of options and commands. */
final class CommandLineNames implements OptionNames {

    @Override
    public String name(LinkOption option) {
        List<String> spellings = option.spellings();
        return spellings.get(spellings.size() - 1);
    }

    @Override
    public String with(LinkOption option, String value) {
        boolean attached = option.shape() == Shape.BOOLEAN || option.shape() == Shape.NUMBER;
        return name(option) + (attached ? "=" : " ") + value;
    }

    @Override
    public String on(LinkOption option) {
        return name(option);
    }

    @Override
    public String without(LinkOption option) {
        return "without " + name(option);
    }

    @Override
    public String task(Task task) {
        return switch (task) {
            case LIST_LLVMS -> "bpf-linker llvm";
            case LIST_TYPES -> "bpf-linker btf-dump";
            case COMPILE_C -> "bpf-linker clang";
            case TIME_PHASES -> name(LinkOption.TIME);
            case CHOOSE_BYTE_ORDER -> "--target=bpfel or --target=bpfeb";
        };
    }
}
