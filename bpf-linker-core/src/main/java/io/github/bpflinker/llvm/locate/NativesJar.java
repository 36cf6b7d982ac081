package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * bytedeco's jar with the natives of one host.
 *
 * @param location the jar
 * @param host the host of the natives
 * @param version its Maven version, such as {@code 20.1.7-1.5.12}
 * @param llvm the version of the LLVM in it
 * @param size the size in bytes
 */
record NativesJar(JarLocation location, HostPlatform host, String version, LlvmVersion llvm, long size) {

    private static final String MAVEN = "META-INF/maven/org.bytedeco/llvm/pom.properties";
    private static final String NAME = "llvm-";

    /**
     * Finds the jar. The version is taken from its name, so that the jar with its 3,880 entries is not opened in every
     * link.
     */
    static Optional<NativesJar> find(LlvmEnvironment environment) {
        HostPlatform host = environment.host();
        if (environment.nativesJar().isPresent()) {
            Path named = environment.nativesJar().get();
            Optional<NativesJar> found = byName(named, host);
            return found.isPresent() ? found : byContent(named, host);
        }
        for (Path entry : environment.classPath()) {
            Optional<NativesJar> found = byName(entry, host);
            if (found.isPresent()) {
                return found;
            }
        }
        return ofClassLoaders(environment.classLoaders(), host);
    }

    /** Searches the URLs of class loaders: applications and build tools load jars that are not on the class path. */
    private static Optional<NativesJar> ofClassLoaders(List<ClassLoader> loaders, HostPlatform host) {
        for (ClassLoader loader : loaders) {
            URL folder = loader.getResource(prefix(host) + (host.isWindows() ? "clang.exe" : "clang"));
            Optional<JarLocation> jar = folder == null ? Optional.empty() : JarLocation.of(folder.toString());
            if (jar.isPresent()) {
                Optional<NativesJar> named = byName(jar.get(), host);
                return named.isPresent() ? named : byContent(jar.get().file(), host);
            }
        }
        return Optional.empty();
    }

    /** The jar, or the file that contains it. */
    Path file() {
        return location.file();
    }

    /** The folder of the natives in the jar. */
    String prefix() {
        return prefix(host);
    }

    private static String prefix(HostPlatform host) {
        return "org/bytedeco/llvm/" + host.classifier() + "/";
    }

    /** The first existing entry of {@code names}. */
    static Optional<ZipEntry> entry(ZipFile zip, List<String> names) {
        for (String name : names) {
            ZipEntry entry = zip.getEntry(name);
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static Optional<NativesJar> byName(Path file, HostPlatform host) {
        return byName(new JarLocation(file, Optional.empty()), host);
    }

    private static Optional<NativesJar> byName(JarLocation jar, HostPlatform host) {
        String name = jar.name();
        String tail = "-" + host.classifier() + ".jar";
        return name.startsWith(NAME) && name.endsWith(tail) && name.length() > NAME.length() + tail.length()
                ? of(jar, host, name.substring(NAME.length(), name.length() - tail.length()))
                : Optional.empty();
    }

    private static Optional<NativesJar> byContent(Path file, HostPlatform host) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(MAVEN);
            if (entry == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            try (InputStream content = zip.getInputStream(entry)) {
                properties.load(content);
            }
            return of(new JarLocation(file, Optional.empty()), host, properties.getProperty("version", ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<NativesJar> of(JarLocation jar, HostPlatform host, String version) {
        try {
            Optional<LlvmVersion> llvm = LlvmVersion.parse(version);
            return llvm.isPresent()
                    ? Optional.of(new NativesJar(jar, host, version, llvm.get(), jar.size()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
