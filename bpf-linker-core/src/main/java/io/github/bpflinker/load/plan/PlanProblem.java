package io.github.bpflinker.load.plan;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/** Why an object can't be planned. */
public sealed interface PlanProblem {

    /** One sentence with what, where and why, and the remedy where there is one. */
    String message();

    /**
     * The file is no BPF object, ends early or contradicts itself.
     *
     * @param detail where and how
     */
    record Malformed(String detail) implements PlanProblem {
        @Override
        public String message() {
            return detail;
        }
    }

    /**
     * No loader knows what to make of programs in a section.
     *
     * @param nearest names of sections that may have been meant, the nearest first
     */
    record UnknownSection(String section, String program, Optional<SourceLocation> location, List<String> nearest)
            implements PlanProblem {
        public UnknownSection {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String message() {
            return PlanText.unknownSection(this);
        }
    }

    /**
     * A function in a section of programs can't be one.
     *
     * @param reason a clause that completes "function f in section s …"
     */
    record BadFunction(String section, String function, Optional<SourceLocation> location, String reason)
            implements PlanProblem {
        @Override
        public String message() {
            return PlanText.badFunction(this);
        }
    }

    /**
     * The definition of a map contradicts itself or says what no kernel knows.
     *
     * @param field the member of the definition; empty if it is about all of it
     * @param reason a clause that completes "map m, field f: …"
     */
    record BadMap(String section, String map, String field, String reason) implements PlanProblem {
        @Override
        public String message() {
            return PlanText.badMap(this);
        }
    }

    /** A function is called, or its address taken, that the object does not have. */
    record UndefinedFunction(String section, String caller, String symbol, Optional<SourceLocation> location)
            implements PlanProblem {
        @Override
        public String message() {
            return PlanText.undefinedFunction(this);
        }
    }

    /**
     * A symbol is used that nobody defines and BTF does not describe as one of the kernel.
     *
     * @param reason a clause that completes "extern s …"
     */
    record BadExtern(String symbol, String reason) implements PlanProblem {
        @Override
        public String message() {
            return PlanText.badExtern(this);
        }
    }

    /**
     * An instruction or a variable refers to something that no loader can put there.
     *
     * @param section that holds the place
     * @param offset of the place in the section, in bytes
     * @param symbol what it refers to
     * @param reason a clause that completes "… refers to s, …"
     */
    record BadReference(String section, long offset, String symbol, Optional<SourceLocation> location, String reason)
            implements PlanProblem {
        @Override
        public String message() {
            return PlanText.badReference(this);
        }
    }

    /** The object uses what only BTF describes, and has none. */
    record MissingBtf(String reason) implements PlanProblem {
        @Override
        public String message() {
            return PlanText.missingBtf(this);
        }
    }
}
