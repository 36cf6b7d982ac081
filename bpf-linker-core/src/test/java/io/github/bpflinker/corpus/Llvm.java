package io.github.bpflinker.corpus;

import io.github.bpflinker.testing.Tool;
import java.util.ArrayList;
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
    SYSTEM_14(null, Tool.LIBLLVM_14),
    SYSTEM_16(null, Tool.LIBLLVM_16),
    SYSTEM_19(null, Tool.LIBLLVM_19),
    SYSTEM_22(null, Tool.LIBLLVM_22);

    private final Optional<String> provider;
    private final Optional<Tool> tool;

    Llvm(@Nullable String provider, @Nullable Tool tool) {
        this.provider = Optional.ofNullable(provider);
        this.tool = Optional.ofNullable(tool);
    }

    /** The value of {@code --llvm}, a provider or the library itself; empty if the option is not to be given. */
    Optional<String> option() {
        return provider.or(() -> tool.map(library -> library.require().toString()));
    }

    void require() {
        tool.ifPresent(Tool::require);
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The arguments with each installed library that {@code --llvm} names by its spelling replaced by its path. */
    static List<String> withPaths(List<String> arguments) {
        List<String> replaced = new ArrayList<>(arguments);
        for (int i = 1; i < replaced.size(); i++) {
            if (replaced.get(i - 1).equals("--llvm") && replaced.get(i).startsWith("system-")) {
                replaced.set(i, parse(replaced.get(i)).get(0).option().orElseThrow());
            }
        }
        return replaced;
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
