package io.github.bpflinker.load.bind;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/** Why a plan does not fit a kernel. */
public sealed interface BindProblem {

    /** One sentence with what, where and why, and the remedy where there is one. */
    String message();

    /**
     * The kernel has no BTF, and something needs it.
     *
     * @param what needs it, as a clause in front of "needs …"
     */
    record NoKernelTypes(String what) implements BindProblem {
        @Override
        public String message() {
            return BindText.noKernelTypes(this);
        }
    }

    /**
     * A CO-RE relocation contradicts the types or the instruction that it is about. (One that merely has no target on this
     * kernel is {@link Poison}.)
     *
     * @param relocation as {@link io.github.bpflinker.load.core.CoreText} says it
     * @param reason a clause
     */
    record BadRelocation(
            String section, String function, String relocation, Optional<SourceLocation> location, String reason)
            implements BindProblem {
        @Override
        public String message() {
            return BindText.badRelocation(this);
        }
    }

    /** What an extern stands for. */
    enum ExternKind {
        CONFIGURATION("value of the kernel's configuration"),
        VARIABLE("variable of the kernel"),
        FUNCTION("function of the kernel");

        private final String words;

        ExternKind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** An extern that is not weak is not there. */
    record MissingExtern(String name, ExternKind kind) implements BindProblem {
        @Override
        public String message() {
            return BindText.missingExtern(this);
        }
    }

    /**
     * An extern is there and is something else.
     *
     * @param reason a clause
     */
    record UnfitExtern(String name, ExternKind kind, String reason) implements BindProblem {
        @Override
        public String message() {
            return BindText.unfitExtern(this);
        }
    }

    /** The object wants values of the kernel's configuration, of which there is no file. */
    record NoConfiguration(List<String> names) implements BindProblem {
        public NoConfiguration {
            names = List.copyOf(names);
        }

        @Override
        public String message() {
            return BindText.noConfiguration(this);
        }
    }

    /**
     * What a program is attached to is not there, or was not said.
     *
     * @param name empty if it was not said
     */
    record MissingTarget(String section, String program, String name) implements BindProblem {
        @Override
        public String message() {
            return BindText.missingTarget(this);
        }
    }

    /**
     * A struct of operations does not fit the kernel's.
     *
     * @param member empty if it is about the whole struct
     * @param reason a clause
     */
    record UnfitOperations(String map, String struct, String member, String reason) implements BindProblem {
        @Override
        public String message() {
            return BindText.unfitOperations(this);
        }
    }

    /**
     * A map can't be as the object wants it.
     *
     * @param reason a clause
     */
    record UnfitMap(String map, String reason) implements BindProblem {
        @Override
        public String message() {
            return BindText.unfitMap(this);
        }
    }

    /**
     * Types contradict themselves where nothing else is to blame.
     *
     * @param reason a clause
     */
    record BadTypes(String reason) implements BindProblem {
        @Override
        public String message() {
            return "BTF that contradicts itself: " + reason;
        }
    }
}
