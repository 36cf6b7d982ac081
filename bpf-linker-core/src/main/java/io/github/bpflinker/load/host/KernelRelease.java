package io.github.bpflinker.load.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The release of the running kernel. Some distributions with their own version numbers store the kernel's version
 * elsewhere: Ubuntu in {@code /proc/version_signature}, Debian in the output of {@code uname -v}; see libbpf 1.8,
 * {@code get_kernel_version}.
 *
 * @param name the output of {@code uname -r}
 * @param code {@code LINUX_VERSION_CODE}: major, minor and patch level in a byte each
 */
public record KernelRelease(String name, int code) {

    private static final Pattern UBUNTU = Pattern.compile("\\S+ \\S+ (\\d+)\\.(\\d+)\\.(\\d+)");
    private static final Pattern DEBIAN = Pattern.compile("Debian (\\d+)\\.(\\d+)\\.(\\d+)");
    private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");
    private static final int LARGEST_PATCH_LEVEL = 255;

    /** @param root the parent directory of {@code proc} */
    static KernelRelease of(Path root) {
        String name = read(root.resolve("proc/sys/kernel/osrelease")).strip();
        Matcher ubuntu = UBUNTU.matcher(read(root.resolve("proc/version_signature")));
        Matcher debian = DEBIAN.matcher(read(root.resolve("proc/sys/kernel/version")));
        Matcher plain = RELEASE.matcher(name);
        if (ubuntu.find()) {
            return new KernelRelease(name, code(ubuntu));
        }
        if (debian.find()) {
            return new KernelRelease(name, code(debian));
        }
        return new KernelRelease(name, plain.find() ? code(plain) : 0);
    }

    private static int code(Matcher numbers) {
        String patch = numbers.group(3);
        int level = patch == null ? 0 : Math.min(Integer.parseInt(patch), LARGEST_PATCH_LEVEL);
        return Integer.parseInt(numbers.group(1)) << 16 | Integer.parseInt(numbers.group(2)) << 8 | level;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Does not exist on other distributions and systems.
            return "";
        }
    }
}
