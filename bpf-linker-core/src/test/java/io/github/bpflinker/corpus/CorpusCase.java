package io.github.bpflinker.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * A case of the corpus, as its file describes it.
 *
 * @param file the case file
 * @param name its path in the corpus
 * @param why its first line: what it is there for
 * @param llvms the libraries to run it with
 * @param steps what it does
 * @param sources the files that its steps start from
 */
record CorpusCase(Path file, String name, String why, List<Llvm> llvms, List<Step> steps, List<Source> sources) {

    CorpusCase {
        llvms = List.copyOf(llvms);
        steps = List.copyOf(steps);
        sources = List.copyOf(sources);
    }

    /**
     * A file that the case brings.
     *
     * @param name its name in the working folder
     * @param content its text
     */
    record Source(String name, String content) {}
}
