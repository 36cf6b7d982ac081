package io.github.bpflinker.corpus;

import io.github.bpflinker.testing.Tool;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The libraries that a case can ask for. */
enum Llvm {
    /** What the linker chooses. */
    AUTO(null, null),
    EMBEDDED("embedded", null),
    RUSTC("rustc", Tool.RUSTC),
    SYSTEM_14("/usr/lib/llvm-14/lib/libLLVM-14.so.1", Tool.LIBLLVM_14),
    SYSTEM_16("/usr/lib/llvm-16/lib/libLLVM-16.so.1", Tool.LIBLLVM_16),
    SYSTEM_19("/usr/lib/llvm-19/lib/libLLVM.so.19.1", Tool.LIBLLVM_19),
    SYSTEM_22("/usr/lib/llvm-22/lib/libLLVM.so.22.1", Tool.LIBLLVM_22);

    private final Optional<String> option;
    private final Optional<Tool> tool;

    Llvm(@Nullable String option, @Nullable Tool tool) {
        this.option = Optional.ofNullable(option);
        this.tool = Optional.ofNullable(tool);
    }

    /** The value of {@code --llvm}; empty if the option is not to be given. */
    Optional<String> option() {
        return option;
    }

    void require() {
        tool.ifPresent(Tool::require);
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The library of that spelling; those that bitcode of clang 19 and older can be linked with for {@code all}. */
    static List<Llvm> parse(String spelling) {
        if (spelling.equals("all")) {
            return List.of(EMBEDDED, SYSTEM_19, SYSTEM_22, RUSTC);
        }
        List<Llvm> named = Arrays.stream(values())
                .filter(llvm -> llvm.spelling().equals(spelling))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("no LLVM is called " + spelling);
        }
        return named;
    }
}
