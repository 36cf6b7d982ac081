package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The exception callbacks of programs, from their tags {@code exception_callback:} (Linux 6.7). */
final class ExceptionCallbacks {

    private static final String TAG = "exception_callback:";

    private final ObjectFile object;
    private final CodeLayout code;
    /** The names by program; an empty one if there are several, which the verifier rejects. */
    private final Map<String, String> callbacks = new HashMap<>();

    private ExceptionCallbacks(ObjectFile object, CodeLayout code) {
        this.object = object;
        this.code = code;
    }

    static List<PlannedProgram> plan(ObjectFile object, Btf types, CodeLayout code, List<PlannedProgram> programs) {
        ExceptionCallbacks planner = new ExceptionCallbacks(object, code);
        planner.read(types);
        if (planner.callbacks.isEmpty()) {
            return programs;
        }
        List<PlannedProgram> changed = new ArrayList<>(programs);
        changed.replaceAll(planner::withCallback);
        return changed;
    }

    private void read(Btf types) {
        for (BtfType type : types.types()) {
            if (type instanceof BtfType.DeclTag tag
                    && tag.component() == -1
                    && tag.name().startsWith(TAG)) {
                String callback = tag.name().substring(TAG.length());
                if (!(types.type(tag.type()) instanceof BtfType.Func function)
                        || function.linkage() != BtfLinkage.GLOBAL) {
                    throw bad(types.type(tag.type()).name(), "has an exception callback and is no program");
                }
                if (callback.isEmpty()) {
                    throw bad(function.name(), "names no function as its exception callback");
                }
                callbacks.merge(function.name(), callback, (one, other) -> "");
            }
        }
    }

    private PlannedProgram withCallback(PlannedProgram program) {
        @Nullable String callback = callbacks.get(program.name());
        if (callback == null || callback.isEmpty()) {
            return program;
        }
        int found = -1;
        for (int i = 0; i < code.functions().size(); i++) {
            CodeLayout.Function function = code.functions().get(i);
            if (function.subprogram() && function.name().equals(callback)) {
                if (function.symbol().isLocal() || function.symbol().isHidden()) {
                    throw bad(callback, "is an exception callback and must be global and not hidden");
                }
                found = i;
                break;
            }
        }
        if (found < 0) {
            throw object.fail(
                    new PlanProblem.UndefinedFunction(program.section(), program.name(), callback, Optional.empty()));
        }
        return program.withExceptionCallback(OptionalInt.of(found));
    }

    private PlanException bad(String function, String reason) {
        return object.fail(new PlanProblem.BadFunction(ObjectFile.TEXT, function, Optional.empty(), reason));
    }
}
