package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.link.emit.AtomicOutputFiles;
import io.github.bpflinker.link.emit.CodeGenerator;
import io.github.bpflinker.link.marker.Markers;
import io.github.bpflinker.link.pass.Exports;
import io.github.bpflinker.link.resolve.DamagedModules;
import io.github.bpflinker.link.resolve.DroppedBtfTags;
import io.github.bpflinker.link.resolve.MergedModule;
import io.github.bpflinker.link.resolve.ModuleMerger;
import io.github.bpflinker.link.resolve.ModuleOpener;
import io.github.bpflinker.link.resolve.Resolution;
import io.github.bpflinker.link.resolve.SymbolResolver;
import io.github.bpflinker.link.resolve.TargetLayout;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.Llvm;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import io.github.bpflinker.llvm.locate.LlvmInstallation;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import io.github.bpflinker.llvm.locate.LlvmOptionCatalog;
import io.github.bpflinker.llvm.locate.SelectedLlvm;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OutputKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Executes a link. {@link #link} lists its phases. */
final class LinkPipeline {

    private final LinkRequest request;
    private final LinkEnding ending;
    private final CompiledObjects compiled;
    private final Passes passes;
    private final LlvmLocator locator;
    private final PhaseClock clock;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<ModuleSource> opened = new ArrayList<>();
    private Markers.Defined markers = Markers.Defined.NOTHING;

    LinkPipeline(LinkRequest request, LlvmLocator locator, PhaseClock clock) {
        this.request = KernelProfile.complete(request);
        this.ending = new LinkEnding(this.request, KernelProfile.done(request), clock);
        this.compiled = new CompiledObjects(this.request, clock);
        this.passes = new Passes(this.request);
        this.locator = locator;
        this.clock = clock;
    }

    LinkResult run() {
        try {
            return link();
        } catch (LinkException e) {
            // Earlier diagnostics can explain the failure.
            List<Diagnostic> all = new ArrayList<>(e.diagnostics());
            all.addAll(diagnostics);
            throw new LinkException(all, e.getCause());
        }
    }

    private LinkResult link() {
        CpuFeatures.check(request.cpuFeatures());
        request.target().ifPresent(TargetLayout::ofOption);
        OutputNames.check(request);
        OverwrittenInputs.check(request);

        clock.begin("read");
        Inputs inputs = Inputs.read(request);
        diagnostics.addAll(inputs.warnings());
        Exports exports = exports(new Exports(ExportFile.exportsOf(request)));
        if (!inputs.needLlvm()) {
            return ending.complete(linkWithoutLlvm(inputs, exports), diagnostics);
        }

        clock.begin("choose-llvm");
        SelectedLlvm selection = locator.select(request.llvm(), inputs.requirements());
        diagnostics.addAll(selection.warnings());
        Llvm llvm = load(selection.chosen());

        LinkResult.LlvmUsed used = used(selection.chosen(), llvm);
        List<Diagnostic> before = List.copyOf(diagnostics);
        Optional<Linked> linked = link(inputs, exports, llvm, used, Optional.empty());
        if (linked.isPresent()) {
            return ending.complete(linked.get(), diagnostics);
        }
        Map<String, Diagnostic> damaged = DamagedModules.inDebugInfo(llvm, List.copyOf(opened));
        diagnostics.clear();
        diagnostics.addAll(before);
        diagnostics.addAll(damaged.values());
        return ending.complete(
                link(inputs, exports, llvm, used, Optional.of(damaged.keySet())).orElseThrow(), diagnostics);
    }

    /** Links objects that are compiled already. */
    private Linked linkWithoutLlvm(Inputs inputs, Exports exports) {
        clock.begin("resolve");
        Resolution resolution = SymbolResolver.resolve(
                inputs.contents(),
                exports.names(),
                false,
                request.has(LinkOption.WHOLE_ARCHIVE),
                (source, withBodies) -> {
                    throw new IllegalStateException(source.name());
                });
        requireSomething(resolution);
        diagnostics.addAll(compiled.requireOutput(resolution));
        return compiled.combine(resolution.objects(), exports.names(), diagnostics);
    }

    /**
     * Links with the selected LLVM.
     *
     * @param stripped names of modules whose debug information is removed; empty if the modules have not been verified
     *     yet
     * @return empty if LLVM's verifier rejects the merged module and the modules have not been verified yet
     */
    private Optional<Linked> link(
            Inputs inputs, Exports exports, Llvm llvm, LinkResult.LlvmUsed used, Optional<Set<String>> stripped) {
        try (Context context = new Context(llvm, lowestSeverity())) {
            clock.begin("resolve");
            DroppedBtfTags lostTags = new DroppedBtfTags(llvm.version());
            try (Resolution resolution = resolve(inputs, exports, context, lostTags, stripped.orElse(Set.of()))) {
                if (request.btf() || request.has(LinkOption.RELOCATABLE)) {
                    diagnostics.addAll(lostTags.warnings(resolution));
                }
                diagnostics.addAll(compiled.requireOutput(resolution));
                if (resolution.modules().isEmpty()) {
                    return Optional.of(compiled.combine(resolution.objects(), exports.names(), diagnostics));
                }
                TargetLayout target = TargetLayout.of(request.target(), resolution);
                diagnostics.addAll(target.warnings(resolution));
                Exports own = exports.except(resolution.onlyForBuiltins());
                Exports visible = own.with(resolution.wantedByObjects());
                clock.begin("merge");
                // Merging does not depend on the CPU, which is determined by the merged modules.
                try (TargetMachine any = machine(target, InstructionSet.undecided());
                        MergedModule merged = ModuleMerger.merge(context, resolution, target, any, visible)) {
                    complete(context, merged.module(), resolution, target);
                    if (stripped.isEmpty() && merged.module().verify().isPresent()) {
                        return Optional.empty();
                    }
                    InstructionSet cpu = InstructionSet.of(request, merged);
                    try (TargetMachine machine = machine(target, cpu)) {
                        Set<String> internal = compiled.onlyForObjects(merged.module(), own, resolution);
                        Linked linked = finish(merged, machine, cpu, visible, used, resolution.definedByObjects());
                        return Optional.of(compiled.combine(linked, resolution.objects(), internal, diagnostics));
                    }
                }
            }
        }
    }

    private Exports exports(Exports asked) {
        // A later link selects among the memory builtins again.
        Exports exports = request.has(LinkOption.RELOCATABLE) ? asked : asked.withoutMemoryBuiltins();
        return request.has(LinkOption.INLINE_ALL) ? exports.withoutSubprograms() : exports;
    }

    private Linked finish(
            MergedModule merged,
            TargetMachine machine,
            InstructionSet cpu,
            Exports exports,
            LinkResult.LlvmUsed llvm,
            Set<String> elsewhere) {
        Module module = merged.module();

        if (!request.has(LinkOption.RELOCATABLE)) {
            diagnostics.addAll(Checks.loadable(merged, exports, request));
        }

        clock.begin("internalize");
        passes.beforeOptimizing(exports, llvm.version(), diagnostics::add).forEach(pass -> pass.run(module));
        dump(DumpFolder.BEFORE, module);

        if (!request.has(LinkOption.RELOCATABLE)) {
            clock.begin("optimize");
            passes.optimizing(machine, llvm.version()).forEach(pass -> pass.run(module));
            dump(DumpFolder.AFTER, module);

            clock.begin("check");
            diagnostics.addAll(Checks.undefined(module, elsewhere, request));
            diagnostics.addAll(Checks.optimized(module, request, cpu, llvm.version()));
            markers.requireDebugInfo(module, merged.origins());
        }

        Map<String, SourceLocation> definitions = Checks.definitions(module);
        clock.begin("codegen");
        List<LinkResult.Output> outputs = new ArrayList<>();
        CodeGenerator generator = new CodeGenerator(module, machine, exports, settings());
        for (OutputKind kind : OutputNames.kinds(request)) {
            outputs.add(LinkResult.Output.of(kind, OutputNames.file(request, kind), generator.write(kind)));
        }
        diagnostics.addAll(generator.warnings());
        Optional<BpfObject> object =
                generator.object().filter(made -> OutputNames.kinds(request).contains(OutputKind.OBJ));
        if (object.isPresent()) {
            diagnostics.addAll(Checks.debugInfo(object.get(), request));
            diagnostics.addAll(Checks.loadable(object.get(), generator.written(), request));
        }
        LinkMap map = LinkMapBuilder.build(merged, generator.written(), exports);
        return new Linked(outputs, object, definitions, map, Optional.of(llvm));
    }

    private Llvm load(LlvmInstallation chosen) {
        if (!request.llvmArgs().isEmpty()) {
            LlvmOptionCatalog.of(chosen.library(), locator.cache()).validate(request.llvmArgs());
        }
        return Llvm.load(chosen.library(), LlvmOptions.of(request));
    }

    private Resolution resolve(
            Inputs inputs, Exports exports, Context context, DroppedBtfTags lostTags, Set<String> stripped) {
        ModuleOpener opener = new ModuleOpener(context);
        Resolution resolution = SymbolResolver.resolve(
                inputs.contents(),
                exports.names(),
                passes.withBuiltins(),
                request.has(LinkOption.WHOLE_ARCHIVE),
                (source, withBodies) -> {
                    lostTags.look(source);
                    opened.add(source);
                    Module module = opener.open(source, withBodies);
                    if (stripped.contains(source.name())) {
                        module.stripDebugInfo();
                    }
                    return module;
                });
        Set<String> taken = resolution.moduleNames();
        opened.removeIf(source -> !taken.contains(source.name()));
        requireSomething(resolution);
        return resolution;
    }

    private void requireSomething(Resolution resolution) {
        if (resolution.isEmpty()) {
            throw new LinkException(Diagnostic.error(Problem.NOTHING_TO_LINK)
                    .withRelated(
                            request.inputs().stream().map(input -> input.name()).toList()));
        }
    }

    private TargetMachine machine(TargetLayout target, InstructionSet cpu) {
        try {
            return new TargetMachine(target.triple(), cpu.cpu(), cpu.features());
        } catch (LlvmError e) {
            throw new LinkException(
                    Diagnostic.error(Problem.TARGET_UNKNOWN)
                            .withSymbol(target.triple())
                            .withDetail(e.text())
                            .withRelated(TargetLayout.ARCHITECTURES),
                    e);
        }
    }

    /** Defines markers, and takes over what merging has to report. */
    private void complete(Context context, Module merged, Resolution resolution, TargetLayout target) {
        markers = Markers.Defined.NOTHING;
        if (!request.has(LinkOption.RELOCATABLE)) {
            markers = Markers.define(
                    context,
                    merged,
                    resolution.wanted(),
                    target.order(),
                    request.btf(),
                    request.get(LinkOption.KERNEL_TYPES));
            diagnostics.addAll(markers.warnings());
        }
        // Messages of LLVM are warnings here: an error would have failed the merge.
        context.takeMessages()
                .forEach(message -> diagnostics.add(Diagnostic.warning(Problem.LLVM_MESSAGE)
                        .withSeverity(message.severity())
                        .withDetail(message.text())));
        Set<String> elsewhere = resolution.definedByObjects();
        diagnostics.addAll(Checks.exports(
                name -> elsewhere.contains(name)
                        || merged.find(name).filter(GlobalValue::isDefinition).isPresent(),
                request));
    }

    private CodeGenerator.Settings settings() {
        boolean relocatable = request.has(LinkOption.RELOCATABLE);
        return new CodeGenerator.Settings(
                OutputNames.object(request),
                request.btf() || relocatable,
                request.btf() && !relocatable,
                request.has(LinkOption.KEEP_DWARF),
                passes.builtinsReachCodeGeneration(),
                request.ignoresLlvmErrors(),
                request.get(LinkOption.KERNEL));
    }

    /** Remarks are included if they are enabled, as by {@code --llvm-args=--pass-remarks=inline}. */
    private Severity lowestSeverity() {
        return request.llvmArgs().stream().anyMatch(argument -> argument.contains("pass-remarks"))
                ? Severity.NOTE
                : Severity.WARNING;
    }

    /** Written immediately, because the dump is most useful if the link fails later. */
    private void dump(String name, Module module) {
        request.get(LinkOption.DUMP_MODULE).ifPresent(folder -> {
            DumpFolder.create(folder);
            ByteBuffer text = ByteBuffer.wrap(module.toIr().getBytes(StandardCharsets.UTF_8));
            AtomicOutputFiles.write(Map.of(folder.resolve(name), text));
        });
    }

    private static LinkResult.LlvmUsed used(LlvmInstallation chosen, Llvm llvm) {
        return new LinkResult.LlvmUsed(chosen.provider(), llvm.version(), llvm.library());
    }
}
