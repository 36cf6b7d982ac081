package io.github.bpflinker.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaPackageTest {

    @ParameterizedTest
    @CsvSource({
        "org.example, org.example.bpf",
        "com.my-company, com.my_company.bpf",
        "io.4you.new, io._4you.new_.bpf",
        "a..b, a.b.bpf",
        "Übung, _bung.bpf",
        "_, __.bpf"
    })
    void namesThePackageLikeTheGroup(String group, String expected) {
        assertThat(JavaPackage.ofGroup(group)).isEqualTo(expected);
    }

    @Property
    void givesAValidNameForEveryGroup(@ForAll @StringLength(max = 20) @CharRange(from = ' ', to = '~') String group) {
        assertThat(JavaPackage.isValid(JavaPackage.ofGroup(group))).isTrue();
    }
}
