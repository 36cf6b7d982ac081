package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes an order of definitions that is valid in C: each after the definitions that it depends on, and after
 * declarations of the types that it points to. Uses an explicit stack, because chains of dependencies can be long.
 */
final class DumpOrder {

    /**
     * A declaration or definition to write.
     *
     * @param definition true for a definition, false for a forward declaration
     */
    record Step(int id, boolean definition) {}

    private static final class Frame {
        private final int id;
        private final List<TypeDependencies.Need> needs;
        private int next;

        private Frame(int id, List<TypeDependencies.Need> needs) {
            this.id = id;
            this.needs = needs;
        }
    }

    private final Btf btf;
    private final CIdentifiers names;
    private final TypeDependencies needs;
    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> defined = new HashSet<>();
    /** The tags, such as {@code struct list_head}, that have been declared or defined. */
    private final Set<String> declared = new HashSet<>();

    private final Deque<Frame> stack = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();

    DumpOrder(Btf btf, CIdentifiers names) {
        this.btf = btf;
        this.names = names;
        this.needs = new TypeDependencies(btf, names);
    }

    /** All steps in the order in which they must be written. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Adds everything that a variable of the type requires. */
    void add(int id) {
        for (TypeDependencies.Need need : needs.ofVariable(id)) {
            satisfy(need);
            while (!stack.isEmpty()) {
                advance(stack.element());
            }
        }
    }

    /** Adds an anonymous enumeration, which is written for its enumerators. */
    void addAnonymous(int id) {
        steps.add(new Step(id, true));
    }

    private void advance(Frame frame) {
        if (frame.next < frame.needs.size()) {
            satisfy(frame.needs.get(frame.next++));
            return;
        }
        stack.pop();
        open.remove(frame.id);
        defined.add(frame.id);
        declared.add(tag(frame.id));
        steps.add(new Step(frame.id, true));
    }

    private void satisfy(TypeDependencies.Need need) {
        int id = need.id();
        if (need.strength() == TypeDependencies.Strength.DECLARED) {
            declare(id);
        } else if (open.contains(id)) {
            if (need.strength() == TypeDependencies.Strength.DEFINED) {
                throw btf.invalid(id, "has to be defined before itself");
            }
            declare(id);
        } else if (!defined.contains(id)) {
            open.add(id);
            stack.push(new Frame(id, needs.ofDefinition(id)));
        }
    }

    private void declare(int id) {
        boolean isItself = !stack.isEmpty() && stack.element().id == id;
        if (!isItself && !tag(id).isEmpty() && declared.add(tag(id))) {
            steps.add(new Step(id, false));
        }
    }

    private String tag(int id) {
        String keyword = CIdentifiers.keyword(btf.type(id));
        return keyword.isEmpty() ? "" : keyword + " " + names.of(id);
    }
}
