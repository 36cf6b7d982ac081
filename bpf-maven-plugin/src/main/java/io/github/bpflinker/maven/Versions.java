package io.github.bpflinker.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The versions of the plugin and of its LLVM natives.
 *
 * @param plugin its own version, which is that of the linker
 * @param llvm the version of {@code org.bytedeco:llvm}
 */
public record Versions(String plugin, String llvm) {

    /** Reads the versions from the plugin's resources. */
    public static Versions load() {
        Properties properties = new Properties();
        try (InputStream content = Versions.class.getResourceAsStream("versions.properties")) {
            if (content == null) {
                throw new IllegalStateException("versions.properties is missing in the plugin's jar");
            }
            properties.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Versions(properties.getProperty("plugin", ""), properties.getProperty("llvm", ""));
    }
}
