package io.github.bpflinker.diagnostic;

/**
 * A file that was read, ELF, BTF, bitcode or an archive, ends early or contradicts itself. The finding names the file and
 * the place in it. Readers throw this whoever asks; of a link it is the reason why it fails.
 */
public final class InvalidFileException extends LinkException {

    private static final long serialVersionUID = 1L;

    public InvalidFileException(Diagnostic diagnostic) {
        super(diagnostic);
    }
}
