package io.github.bpflinker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the documentation of the API are programs. */
class SnippetsTest {

    private static final Path TOUR = Path.of("src/main/java/io/github/bpflinker/link/package-info.java");
    private static final Pattern SNIPPET = Pattern.compile("<pre>\\{@code\\R(.*?) \\* \\}</pre>", Pattern.DOTALL);

    @TempDir
    Path classes;

    private static List<String> snippets() throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = SNIPPET.matcher(Files.readString(TOUR));
        while (matcher.find()) {
            found.add(matcher.group(1).replaceAll("(?m)^ \\* ?", ""));
        }
        return found;
    }

    @Test
    void theTourOfTheApiCompiles() throws IOException {
        List<String> snippets = snippets();
        assertThat(snippets).hasSize(3);
        String program = "import io.github.bpflinker.diagnostic.*; import io.github.bpflinker.elf.*;"
                + " import io.github.bpflinker.kernel.requirements.*; import io.github.bpflinker.link.*;"
                + " import io.github.bpflinker.version.*; import io.github.bpflinker.worker.*;"
                + " import java.nio.file.Path;"
                + " class Tour { void run() throws java.io.IOException {\n" + String.join("\n", snippets) + "\n} }";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Tour.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return program;
                    }
                };
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        errors,
                        List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(source))
                .call();
        assertThat(errors.getDiagnostics())
                .filteredOn(found -> found.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
        assertThat(compiled).isTrue();
    }
}
