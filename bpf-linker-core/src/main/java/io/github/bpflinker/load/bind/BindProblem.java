package io.github.bpflinker.load.bind;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/** The reasons for which a plan can't be bound to a kernel. */
public sealed interface BindProblem {

    /** A sentence with the problem, its location, the cause and, if there is one, the remedy. */
    String message();

    /**
     * The kernel has no BTF, which is required.
     *
     * @param what the subject that requires it, for a sentence "… needs"
     */
    record NoKernelTypes(String what) implements BindProblem {
        @Override
        public String message() {
            return BindText.noKernelTypes(this);
        }
    }

    /**
     * A CO-RE relocation is inconsistent with its types or its instruction. A relocation that only has no target in
     * this kernel is {@link Poison}.
     *
     * @param relocation the text of {@link io.github.bpflinker.load.core.CoreText}
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

    /** The kinds of externs. */
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

    /** An extern that is not weak does not exist in the kernel. */
    record MissingExtern(String name, ExternKind kind) implements BindProblem {
        @Override
        public String message() {
            return BindText.missingExtern(this);
        }
    }

    /**
     * An extern exists in the kernel with an incompatible type.
     *
     * @param reason a clause
     */
    record UnfitExtern(String name, ExternKind kind, String reason) implements BindProblem {
        @Override
        public String message() {
            return BindText.unfitExtern(this);
        }
    }

    /** The object uses values of the kernel's configuration, whose file was not found. */
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
     * The attach target of a program does not exist or was not specified.
     *
     * @param name empty if it was not specified
     */
    record MissingTarget(String section, String program, String name) implements BindProblem {
        @Override
        public String message() {
            return BindText.missingTarget(this);
        }
    }

    /**
     * A struct_ops type is not compatible with the kernel's.
     *
     * @param member empty for the whole struct
     * @param reason a clause
     */
    record UnfitOperations(String map, String struct, String member, String reason) implements BindProblem {
        @Override
        public String message() {
            return BindText.unfitOperations(this);
        }
    }

    /**
     * A map can't be created as defined.
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
     * The types are invalid.
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
