package io.github.bpflinker.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.maven.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenLogTest {

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    private final MavenLog log = new MavenLog(
            new SystemStreamLog() {
                @Override
                public void error(CharSequence content) {
                    lines.add("ERROR " + content);
                }

                @Override
                public void warn(CharSequence content) {
                    lines.add("WARN " + content);
                }
            },
            new DefaultBuildContext(new org.sonatype.plexus.build.incremental.DefaultBuildContext()));

    @Test
    void showsNoColumnWhereNoneIsKnown() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bpf.c"), "int x;");

        log.finding(Finding.at(Severity.ERROR, new SourceLocation("a.bpf.c", 3, 0), "no", folder));
        log.finding(Finding.at(Severity.WARNING, new SourceLocation("a.bpf.c", 4, 0), "well", folder));
        log.finding(Finding.general(Severity.WARNING, "hm"));

        assertThat(lines).containsExactly("ERROR " + file + " [3]: no", "WARN " + file + " [4]: well", "WARN hm");
    }
}
