package io.github.bpflinker.option;

import io.github.bpflinker.option.LinkOption.Shape;

/** The option and command names of the command line. */
final class CommandLineNames implements OptionNames {

    @Override
    public String name(LinkOption<?> option) {
        return option.name();
    }

    @Override
    public String with(LinkOption<?> option, String value) {
        boolean attached = option.shape() == Shape.BOOLEAN || option.shape() == Shape.NUMBER;
        return name(option) + (attached ? "=" : " ") + value;
    }

    @Override
    public String on(LinkOption<Boolean> option) {
        return name(option);
    }

    @Override
    public String without(LinkOption<Boolean> option) {
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
