package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarLocationTest {

    private static final String INNER = "BOOT-INF/lib/" + MadeUpJar.NAME;

    @TempDir
    Path folder;

    private Path app = Path.of("");
    private Path jar = Path.of("");

    @BeforeEach
    void makeAJarWithAJar() throws IOException {
        jar = MadeUpJar.complete().write(folder.resolve(MadeUpJar.NAME));
        byte[] content = Files.readAllBytes(jar);
        app = folder.resolve("my app.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(app))) {
            ZipEntry entry = new ZipEntry(INNER);
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jar:nested:APP/!" + INNER + "!/org/bytedeco/llvm/",
                "jar:file:APP!/" + INNER + "!/org/bytedeco/llvm/",
                "jar:nested:APP/!" + INNER + "!/",
                "jar:file:APP!/" + INNER + "!/",
                "jar:war:file:APP*/" + INNER + "!/org",
                "jar:war:file:APP^/" + INNER + "!/org",
                "war:file:APP*/" + INNER
            })
    void knowsTheUrlsOfJarsInJars(String url) {
        String escaped = app.toString().replace(" ", "%20");

        assertThat(JarLocation.of(url.replace("APP", escaped))).contains(new JarLocation(app, Optional.of(INNER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jar:file:APP!/org/bytedeco/llvm/", "jar:file:APP!/", "file:APP"})
    void knowsTheUrlsOfJars(String url) {
        String escaped = app.toString().replace(" ", "%20");

        assertThat(JarLocation.of(url.replace("APP", escaped))).contains(new JarLocation(app, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bundleresource://1.fwk/org/", "vfs:/app.war/x", "jrt:/java.base/java", "file:/none.jar", ""})
    void takesNoOthers(String url) {
        assertThat(JarLocation.of(url)).isEmpty();
    }

    @Test
    void nativesAreUnpackedOutOfAJarInAJar() throws IOException {
        Machine machine = new Machine(folder).classLoader(new ClassLoader(null) {
            @Override
            public URL getResource(String name) {
                return resource("jar:file:" + app.toUri().getRawPath() + "!/" + INNER + "!/" + name);
            }
        });

        EmbeddedLlvm embedded =
                EmbeddedLlvm.find(machine.environment(), machine.cache()).orElseThrow();

        assertThat(embedded.library()).hasContent("\177ELF of LLVM");
        assertThat(embedded.clang().executable()).hasContent("\177ELF of clang");
        assertThat(machine.at("cache/tmp")).isEmptyDirectory();
    }

    private static URL resource(String url) {
        try {
            return new URL(url);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nativesAreFoundByAClassLoader() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader("ours", new URL[] {jar.toUri().toURL()}, null)) {
            Machine machine = new Machine(folder).classLoader(loader);

            assertThat(NativesJar.find(machine.environment()))
                    .map(NativesJar::file)
                    .contains(jar);
            assertThat(new LlvmLocator(machine.environment(), machine.cache()).embedded())
                    .isPresent();
        }
    }

    @Test
    void nativesInAJarOfEverythingAreKnownByWhatTheySayOfThemselves() throws IOException {
        Path all = MadeUpJar.complete()
                .with("META-INF/maven/org.bytedeco/llvm/pom.properties", "artifactId=llvm\nversion=20.1.7-1.5.12\n")
                .write(folder.resolve("everything.jar"));
        try (URLClassLoader loader =
                new URLClassLoader("ours", new URL[] {all.toUri().toURL()}, null)) {
            assertThat(NativesJar.find(new Machine(folder).classLoader(loader).environment()))
                    .map(NativesJar::file)
                    .contains(all);
        }
    }

    @Test
    void aJarInAJarIsCopiedForAClassPathOnce() throws IOException {
        CacheFolder cache = new Machine(folder).cache();
        JarLocation location = new JarLocation(app, Optional.of(INNER));

        Path copy = location.inFile(cache);

        assertThat(copy).hasFileName(MadeUpJar.NAME).hasSameBinaryContentAs(jar);
        assertThat(location.inFile(cache)).isEqualTo(copy);
    }
}
