package io.github.bpflinker.load.plan;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/** The reasons for which an object can't be planned. */
public sealed interface PlanProblem {

    /** A sentence with the problem, its location, the cause and, if there is one, the remedy. */
    String message();

    /**
     * The file is not a BPF object, is truncated or invalid.
     *
     * @param detail the position and the cause
     */
    record Malformed(String detail) implements PlanProblem {
        @Override
        public String message() {
            return detail;
        }
    }

    /**
     * A program is in a section that is unknown to loaders.
     *
     * @param nearest similar names of sections, the nearest first
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
     * A function in a program section is not a valid program.
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
     * The definition of a map is invalid.
     *
     * @param field the member of the definition; empty for the whole definition
     * @param reason a clause that completes "map m, field f: …"
     */
    record BadMap(String section, String map, String field, String reason) implements PlanProblem {
        @Override
        public String message() {
            return PlanText.badMap(this);
        }
    }

    /** The object calls or takes the address of a function that it does not define. */
    record UndefinedFunction(String section, String caller, String symbol, Optional<SourceLocation> location)
            implements PlanProblem {
        @Override
        public String message() {
            return PlanText.undefinedFunction(this);
        }
    }

    /**
     * A symbol is undefined and has no BTF as an extern.
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
     * A reference of an instruction or variable can't be resolved by loaders.
     *
     * @param section the section of the reference
     * @param offset the offset of the reference in the section, in bytes
     * @param symbol the referenced symbol
     * @param reason a clause that completes "… refers to s, …"
     */
    record BadReference(String section, long offset, String symbol, Optional<SourceLocation> location, String reason)
            implements PlanProblem {
        @Override
        public String message() {
            return PlanText.badReference(this);
        }
    }

    /** The object uses features that require BTF, and has none. */
    record MissingBtf(String reason) implements PlanProblem {
        @Override
        public String message() {
            return PlanText.missingBtf(this);
        }
    }
}
