package io.github.bpflinker.btf;

import java.nio.file.Path;

/** The name of a kernel, derived from the file with its types. */
public final class KernelBtfName {

    private static final String SUFFIX = ".btf";

    private KernelBtfName() {}

    /** The name of the file without {@code .btf}: {@code 6.1.0-26-amd64} of {@code kernels/6.1.0-26-amd64.btf}. */
    public static String of(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** The name of a file with the types of a kernel: {@link #of} with {@code .btf}. */
    public static String file(String kernel) {
        return kernel + SUFFIX;
    }
}
