package io.github.bpflinker.btf;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.InvalidFileException;
import io.github.bpflinker.diagnostic.Problem;

/** Creates the exceptions for invalid BTF. */
final class BtfErrors {

    private BtfErrors() {}

    /** @param offset in bytes from the start of the section */
    static InvalidFileException at(String input, long offset, String reason) {
        return invalid(input, "offset " + offset + ": " + reason);
    }

    static InvalidFileException inType(String input, int id, BtfKind kind, String reason) {
        return invalid(input, describe(id, kind) + ": " + reason);
    }

    static String describe(int id, BtfKind kind) {
        return "type " + id + " (" + kind + ")";
    }

    static InvalidFileException invalid(String input, String detail) {
        return new InvalidFileException(
                Diagnostic.error(Problem.BTF_INVALID).withInput(input).withDetail(detail));
    }
}
