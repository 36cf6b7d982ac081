package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LlvmOptionCatalogPropertyTest {

    private final LlvmOptionCatalog catalog = catalog();

    @Property(tries = 500)
    void whatIsNotListedHasExactlyOneFinding(@ForAll String text) {
        for (String option : List.of(text, "-x" + text, "--x" + text + "=1", "--=" + text)) {
            LinkException failure = catchThrowableOfType(LinkException.class, () -> catalog.validate(List.of(option)));

            assertThat(failure.diagnostics()).singleElement().satisfies(finding -> {
                assertThat(finding.symbol()).isEqualTo(option);
                assertThat(finding.problem()).isIn(Problem.LLVM_OPTION_UNKNOWN, Problem.LLVM_OPTION_EXITS);
            });
        }
    }

    /** Of a library that is none: what is not listed is refused without asking it. */
    private static LlvmOptionCatalog catalog() {
        try {
            Machine machine = new Machine(Files.createDirectories(Path.of("target", "option-catalog")));
            Path library = machine.library("libLLVM.so.22.1");
            CachedAnswer.about(LibraryCacheKey.of(library), machine.cache(), "options", ".txt")
                    .write("unroll-runtime\nunroll-threshold=");
            return LlvmOptionCatalog.of(library, machine.cache());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
