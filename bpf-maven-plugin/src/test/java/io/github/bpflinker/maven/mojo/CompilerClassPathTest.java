package io.github.bpflinker.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilerClassPathTest {

    @ParameterizedTest
    @CsvSource({
        "compile, true, true",
        "provided, true, true",
        "system, true, true",
        "runtime, false, true",
        "test, false, true"
    })
    void hasADependencyByItsScope(String scope, boolean inMain, boolean inTests) {
        assertThat(of(scope, false).has("org.jspecify:jspecify")).isEqualTo(inMain);
        assertThat(of(scope, true).has("org.jspecify:jspecify")).isEqualTo(inTests);
    }

    @Test
    void hasNothingElse() {
        assertThat(of("compile", false).has("org.jspecify:other")).isFalse();
        assertThat(of("compile", true).has("org.other:jspecify")).isFalse();
    }

    private static CompilerClassPath of(String scope, boolean ofTests) {
        return new CompilerClassPath(
                List.of(new DefaultArtifact(
                        "org.jspecify", "jspecify", "1.0.0", scope, "jar", "", new DefaultArtifactHandler("jar"))),
                ofTests);
    }
}
