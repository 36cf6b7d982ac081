package io.github.bpflinker.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class Utf8LocaleTest {

    @Test
    void keepsALocaleOfUtf8() {
        assertThat(Utf8Locale.ofVariables(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo("de_DE.UTF-8");
        assertThat(Utf8Locale.ofVariables(Map.of("LANG", "C", "LC_CTYPE", "en_US.utf8")))
                .isEqualTo("en_US.utf8");
    }

    /** rustc sets LC_ALL to C, in which Java names only files that are ASCII. */
    @Test
    void replacesOthers() {
        assertThat(Utf8Locale.ofVariables(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8")))
                .isEqualTo("C.UTF-8");
        assertThat(Utf8Locale.ofVariables(Map.of("LC_ALL", "", "LANG", "de_DE.ISO-8859-1")))
                .isEqualTo("C.UTF-8");
        assertThat(Utf8Locale.ofVariables(Map.of())).isEqualTo("C.UTF-8");
    }
}
