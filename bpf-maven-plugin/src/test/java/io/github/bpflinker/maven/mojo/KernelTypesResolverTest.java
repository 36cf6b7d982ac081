package io.github.bpflinker.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTypesResolverTest {

    @ParameterizedTest
    @CsvSource({
        "org.example:kernel-types:6.1, org.example:kernel-types:btf:6.1",
        "org.example:kernel-types:bin:6.1, org.example:kernel-types:bin:6.1",
        "org.example:kernel-types:btf:arm64:6.1-SNAPSHOT, org.example:kernel-types:btf:arm64:6.1-SNAPSHOT"
    })
    void coordinatesAreAnArtifact(String types, String artifact) {
        assertThat(KernelTypesResolver.artifact(types)).map(Object::toString).contains(artifact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vmlinux",
                "/sys/kernel/btf/vmlinux",
                "src/main/bpf/6.1.btf",
                "C:\\kernels\\6.1.btf",
                "C:6.1.btf",
                "folder/a:b:c"
            })
    void allElseIsAPath(String types) {
        assertThat(KernelTypesResolver.artifact(types)).isEmpty();
    }
}
