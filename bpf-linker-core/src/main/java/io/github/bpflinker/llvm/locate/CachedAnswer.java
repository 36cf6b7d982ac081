package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A cached result of a slow query, in one file. The file is valid only if it is complete, has the current format and
 * matches the subject; otherwise the query is repeated.
 */
final class CachedAnswer {

    /**
     * The version of the file format, to be incremented with every change. It is part of the path, so that releases
     * with different formats don't share files.
     */
    private static final int FORMAT = 1;

    private static final String HEAD = "bpf-linker " + FORMAT + " ";

    private final CacheFolder cache;
    private final String folder;
    private final String name;
    private final String subject;

    /**
     * @param folder the directory in the cache
     * @param name the file name
     * @param subject one line that identifies the query
     */
    CachedAnswer(CacheFolder cache, String folder, String name, String subject) {
        this.cache = cache;
        this.folder = folder;
        this.name = name;
        this.subject = subject;
    }

    /** The cached result of a query about a library. */
    static CachedAnswer about(LibraryCacheKey library, CacheFolder cache, String folder, String suffix) {
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

    /** Stores the result. If it can't be written, the next process repeats the query. */
    void write(String answer) {
        String body = subject + "\n" + answer;
        try {
            CacheFolder.write(cache.folder(folder).resolve(name), head(body) + "\n" + body);
        } catch (IOException e) {
            return; // the next process repeats the query
        }
    }

    private static String head(String body) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        return HEAD + Long.toHexString(sum.getValue());
    }
}
