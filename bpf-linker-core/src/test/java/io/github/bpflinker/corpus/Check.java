package io.github.bpflinker.corpus;

import java.io.IOException;

/** Holds one directive against what a link left behind; an {@link AssertionError} says how they differ. */
interface Check {
    void verify(LinkOutcome outcome, String value) throws IOException;
}
