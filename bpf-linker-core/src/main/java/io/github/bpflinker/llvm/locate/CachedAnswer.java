package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A file of the cache that holds an answer which took long to get. Believed only as it was written: whole, in the form
 * of this release, and about the same thing. Whoever can't be believed is asked again.
 */
final class CachedAnswer {

    /**
     * To be raised whenever the files say something else or in other words. It is in their paths, too, so that
     * releases which say it differently each have their own.
     */
    private static final int FORMAT = 1;

    private static final String HEAD = "bpf-linker " + FORMAT + " ";

    private final CacheFolder cache;
    private final String folder;
    private final String name;
    private final String subject;

    /**
     * @param folder that the cache has it in
     * @param name of the file
     * @param subject one line that says what the answer is about
     */
    CachedAnswer(CacheFolder cache, String folder, String name, String subject) {
        this.cache = cache;
        this.folder = folder;
        this.name = name;
        this.subject = subject;
    }

    /** What a library said. */
    static CachedAnswer about(LibraryKey library, CacheFolder cache, String folder, String suffix) {
        return new CachedAnswer(cache, folder + "-" + FORMAT, library.fileName(suffix), library.text());
    }

    Path file() {
        return cache.root().resolve(folder).resolve(name);
    }

    Optional<String> read() {
        if (cache.trusted(file()).isEmpty()) {
            return Optional.empty();
        }
        String content = CacheFolder.read(file()).orElse("");
        int end = content.indexOf('\n');
        if (end < 0 || !content.substring(0, end).equals(head(content.substring(end + 1)))) {
            return Optional.empty();
        }
        String start = subject + "\n";
        return content.startsWith(start, end + 1)
                ? Optional.of(content.substring(end + 1 + start.length()))
                : Optional.empty();
    }

    /** Where nothing can be written, the next one asks again. */
    void write(String answer) {
        String body = subject + "\n" + answer;
        try {
            CacheFolder.write(cache.folder(folder).resolve(name), head(body) + "\n" + body);
        } catch (IOException e) {
            return; // costs the next one time, and no more
        }
    }

    private static String head(String body) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        return HEAD + Long.toHexString(sum.getValue());
    }
}
