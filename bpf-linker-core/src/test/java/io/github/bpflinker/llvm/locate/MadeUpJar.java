package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes jars that are laid out as bytedeco's, with little in them. */
final class MadeUpJar {

    static final String NAME = "llvm-20.1.7-1.5.12-linux-x86_64.jar";
    static final String NATIVES = "org/bytedeco/llvm/linux-x86_64/";
    private static final long TIME = 1_700_000_000_000L;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** One with all that is ever unpacked. */
    static MadeUpJar complete() {
        return new MadeUpJar()
                .with(NATIVES + "libLLVM.so", "\177ELF of LLVM")
                .with(NATIVES + "libclang-cpp.so", "\177ELF of clang's library")
                .with(NATIVES + "clang", "\177ELF of clang")
                .with(NATIVES + "lib/clang/20/include/", "")
                .with(NATIVES + "lib/clang/20/include/stdint.h", "typedef int int32_t;")
                .with(NATIVES + "lib/clang/20/include/sub/more.h", "")
                .with(NATIVES + "opt", "another tool")
                .with(NATIVES + "lib/clang/20/include/../../../../outside.h", "not to be unpacked");
    }

    MadeUpJar with(String entry, String content) {
        return with(entry, content.getBytes(StandardCharsets.UTF_8));
    }

    MadeUpJar with(String entry, byte[] content) {
        entries.put(entry, content);
        return this;
    }

    MadeUpJar without(String entry) {
        entries.remove(entry);
        return this;
    }

    Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry head = new ZipEntry(entry.getKey());
                head.setTime(TIME);
                zip.putNextEntry(head);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
