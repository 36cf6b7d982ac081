package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.bind.BindProblem.ExternKind;
import io.github.bpflinker.load.core.Compatibility;
import io.github.bpflinker.load.core.CoreException;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.Extern;
import io.github.bpflinker.load.plan.LoadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves the externs of a plan in a kernel ({@code bpf_object__resolve_externs}). */
final class ExternBinder {

    private final LoadPlan plan;
    private final TargetTypes local;
    private final Host host;
    private final KernelLookup lookup;
    private final ModuleList modules;

    ExternBinder(LoadPlan plan, TargetTypes local, Host host, KernelLookup lookup, ModuleList modules) {
        this.plan = plan;
        this.local = local;
        this.host = host;
        this.lookup = lookup;
        this.modules = modules;
    }

    /** Returns the resolution of each extern, in the order of the plan. */
    List<ResolvedExtern> bind() {
        Set<String> untyped = plan.externs().stream()
                .filter(extern -> extern instanceof Extern.Variable variable && variable.type() == 0)
                .map(Extern::name)
                .collect(Collectors.toSet());
        Map<String, List<Long>> addresses = untyped.isEmpty() ? Map.of() : host.symbols(untyped);
        List<ResolvedExtern> resolved = new ArrayList<>();
        for (Extern extern : plan.externs()) {
            if (extern instanceof Extern.Kconfig value) {
                resolved.add(new ResolvedExtern.Configuration(value.offset()));
            } else if (extern instanceof Extern.Function function) {
                resolved.add(function(function));
            } else {
                Extern.Variable variable = (Extern.Variable) extern;
                resolved.add(variable.type() == 0 ? address(variable, addresses) : variable(variable));
            }
        }
        return resolved;
    }

    private ResolvedExtern address(Extern.Variable variable, Map<String, List<Long>> addresses) {
        @Nullable List<Long> found = addresses.get(variable.name());
        if (found == null || found.isEmpty()) {
            return missing(variable, ExternKind.VARIABLE, new ResolvedExtern.Address(0));
        }
        if (found.size() > 1) {
            throw unfit(
                    variable,
                    ExternKind.VARIABLE,
                    "/proc/kallsyms has it " + found.size() + " times, at 0x" + Long.toHexString(found.get(0))
                            + " and at 0x" + Long.toHexString(found.get(1)));
        }
        return new ResolvedExtern.Address(found.get(0));
    }

    private ResolvedExtern variable(Extern.Variable variable) {
        Optional<KernelLookup.Found> found = lookup.find(variable.name(), BtfKind.VAR, "variable " + variable.name());
        if (found.isEmpty()) {
            return missing(variable, ExternKind.VARIABLE, new ResolvedExtern.Address(0));
        }
        TargetTypes types = found.get().types();
        BtfType.Var target = (BtfType.Var) types.type(found.get().id());
        if (!areCompatible(variable, ExternKind.VARIABLE, variable.type(), types, types.strip(target.type()))) {
            throw unfit(variable, ExternKind.VARIABLE, "it has another type in " + types.name());
        }
        return new ResolvedExtern.KernelType(found.get().id(), found.get().module(), 0);
    }

    private ResolvedExtern function(Extern.Function function) {
        Optional<KernelLookup.Found> found =
                lookup.find(function.kernelName(), BtfKind.FUNC, "function " + function.name());
        if (found.isEmpty()) {
            return missing(function, ExternKind.FUNCTION, new ResolvedExtern.Missing());
        }
        TargetTypes types = found.get().types();
        BtfType.Func target = (BtfType.Func) types.type(found.get().id());
        if (!areCompatible(function, ExternKind.FUNCTION, function.type(), types, target.type())) {
            if (function.weak()) {
                return new ResolvedExtern.Missing();
            }
            throw unfit(function, ExternKind.FUNCTION, "it has another prototype in " + types.name());
        }
        int module = found.get().module();
        return new ResolvedExtern.KernelType(
                found.get().id(), module, module < 0 ? 0 : modules.addFunctionModule(module));
    }

    private boolean areCompatible(Extern extern, ExternKind kind, int type, TargetTypes target, int targetType) {
        try {
            return Compatibility.areCompatible(local, type, target, targetType);
        } catch (CoreException e) {
            throw unfit(extern, kind, String.valueOf(e.getMessage()));
        }
    }

    private ResolvedExtern missing(Extern extern, ExternKind kind, ResolvedExtern ifWeak) {
        if (extern.weak()) {
            return ifWeak;
        }
        throw new BindException(plan.name(), new BindProblem.MissingExtern(extern.name(), kind));
    }

    private BindException unfit(Extern extern, ExternKind kind, String reason) {
        return new BindException(plan.name(), new BindProblem.UnfitExtern(extern.name(), kind, reason));
    }
}
