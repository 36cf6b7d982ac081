package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds an order in which C accepts definitions: each after what it needs defined, and after a declaration of what it
 * only points to. Keeps its own stack, for definitions may need each other in long chains.
 */
final class DumpOrder {

    /**
     * One thing to be written.
     *
     * @param definition whether it is defined; else it is only declared
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
    /** Tags, such as {@code struct list_head}, that were declared or defined. */
    private final Set<String> declared = new HashSet<>();

    private final Deque<Frame> stack = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();

    DumpOrder(Btf btf, CIdentifiers names) {
        this.btf = btf;
        this.names = names;
        this.needs = new TypeDependencies(btf, names);
    }

    /** All that was added, in order. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Adds a type with all that it takes to have a variable of it. */
    void add(int id) {
        for (TypeDependencies.Need need : needs.ofVariable(id)) {
            satisfy(need);
            while (!stack.isEmpty()) {
                advance(stack.element());
            }
        }
    }

    /** Adds an enumeration that has no name, and is written for its values. */
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
