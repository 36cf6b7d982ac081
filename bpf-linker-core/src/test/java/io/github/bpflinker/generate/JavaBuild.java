package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.testing.LoadedSource;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources as a project does whose only dependency is this library: for Java 17, every warning an error. */
final class JavaBuild {

    private JavaBuild() {}

    /** Compiles into a folder; fails with what javac says. */
    static void compile(Path classes, List<JavaSource> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach(source -> units.add(unit(source)));
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-Xlint:all",
                    "-Werror",
                    "-proc:none",
                    "-Xmaxerrs",
                    "20",
                    "-Xmaxwarns",
                    "20",
                    "-d",
                    classes.toString(),
                    "-cp",
                    place(BpfLoader.class) + File.pathSeparator + place(Native.class));
            boolean compiled = compiler.getTask(messages, files, null, options, null, units)
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject unit(JavaSource source) {
        return new SimpleJavaFileObject(URI.create("string:///" + source.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.text();
            }
        };
    }

    private static Path place(Class<?> of) {
        try {
            return Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class loader of a folder with classes and resources. */
    static URLClassLoader loader(Path classes) {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, JavaBuild.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles classes of one object and an application that uses them, and calls its {@code static Object run()}. */
    static Object run(Path folder, String name, Path object, GenerateOptions options, String application) {
        return run(folder, generate(name, object, options), name, object, application);
    }

    /**
     * Compiles C to an object {@code names}, generates its classes, and runs statements of Java that use them and return
     * something.
     */
    static Object run(Path folder, String source, String statements) {
        Path object = LoadedSource.compile(folder, "names", source);
        String application = """
                package app;
                import com.example.*;
                public final class Application {
                    private Application() {}
                    public static Object run() {
                        BODY
                    }
                }
                """.replace("BODY", statements);
        return run(folder, "names", object, GenerateOptions.of("com.example"), application);
    }

    static List<JavaSource> generate(String name, Path object, GenerateOptions options) {
        try {
            return JavaGenerator.generate(
                    List.of(ObjectSource.of(name, "/bpf/" + name + ".bpf.o", BpfObject.read(object))), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object run(Path folder, List<JavaSource> generated, String name, Path object, String application) {
        List<JavaSource> sources = new ArrayList<>(generated);
        sources.add(new JavaSource("app/Application.java", application));
        Path classes = folder.resolve("classes");
        try {
            Files.createDirectories(classes.resolve("bpf"));
            compile(classes, sources);
            Files.copy(object, classes.resolve("bpf").resolve(name + ".bpf.o"));
            try (URLClassLoader loader = loader(classes)) {
                return loader.loadClass("app.Application").getMethod("run").invoke(null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the application failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the application has no method run", e);
        }
    }
}
