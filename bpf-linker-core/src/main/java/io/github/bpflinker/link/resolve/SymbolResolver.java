package io.github.bpflinker.link.resolve;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.input.Archive;
import io.github.bpflinker.input.ArchiveMember;
import io.github.bpflinker.input.CompiledObject;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.ModuleInput;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.input.ObjectWithoutBitcode;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Symbol resolution: determines the archive members to link, those that define a required symbol, until all required
 * symbols are resolved.
 *
 * <p>Required symbols are exports, undefined symbols of linked modules, and those of rustc's {@code symbols.o}. A
 * strong definition in any member takes precedence over a weak one, as if all members were linked. Archive symbol
 * tables do not distinguish them, so the candidate members are opened. The memory builtins are resolved last, and only
 * to strong definitions, because the linker's own builtins are preferred to the weak ones of compiler_builtins.
 *
 * <p>The result does not depend on the order of members within an archive.
 */
public final class SymbolResolver {

    /** Opens modules in the context of a link. */
    @FunctionalInterface
    public interface Opener {

        /**
         * Opens a module.
         *
         * @param withBodies whether to read function bodies; otherwise they are read on demand
         * @throws LinkException if LLVM can't read it
         */
        Module open(ModuleSource source, boolean withBodies);
    }

    private static final String COMMAND_LINE = "command line";
    private static final String WHOLE_ARCHIVE = "whole archive";
    private static final String EXPORTS = "exports";

    private final Opener opener;
    private final boolean withBuiltins;
    private final List<OpenModule> modules = new ArrayList<>();
    private final List<LinkedObject> objects = new ArrayList<>();
    private final List<ArchiveDefinitions> archives = new ArrayList<>();
    private final Map<ArchiveMember, List<Opened>> opened = new HashMap<>();
    private final Set<ArchiveMember> pulled = new HashSet<>();

    /** The required names, each with the first input that references it. */
    private final Map<String, String> wanted = new TreeMap<>();

    /** The required names that have not been looked up yet. */
    private final TreeSet<String> missing = new TreeSet<>();

    private final Set<String> defined = new HashSet<>();
    private final Set<String> stronglyDefined = new HashSet<>();

    /** The names with a weak definition for which no strong definition has been looked up yet. */
    private final TreeSet<String> weak = new TreeSet<>();

    private SymbolResolver(Opener opener, boolean withBuiltins) {
        this.opener = opener;
        this.withBuiltins = withBuiltins;
    }

    /**
     * Resolves the symbols of a link.
     *
     * @param inputs the inputs in order
     * @param exports names that are required, whichever input defines them
     * @param withBuiltins whether to link memory builtins that an input defines
     * @param wholeArchive whether to link all members of archives
     * @param opener opens modules in the context of the link
     */
    public static Resolution resolve(
            List<InputContent> inputs,
            Collection<String> exports,
            boolean withBuiltins,
            boolean wholeArchive,
            Opener opener) {
        SymbolResolver resolver = new SymbolResolver(opener, withBuiltins);
        for (InputContent input : inputs) {
            resolver.addInput(input, wholeArchive);
        }
        exports.forEach(name -> resolver.want(name, EXPORTS));
        resolver.pullUntilNothingIsMissing();
        int asked = resolver.modules.size();
        if (withBuiltins) {
            resolver.pullBuiltins();
            resolver.pullUntilNothingIsMissing();
        }
        return resolver.finish(asked);
    }

    private void addInput(InputContent input, boolean wholeArchive) {
        if (input instanceof ModuleInput module) {
            open(module).forEach(opened -> takeIn(opened, true, COMMAND_LINE, COMMAND_LINE));
        } else if (input instanceof CompiledObject object) {
            takeIn(object, true, COMMAND_LINE, COMMAND_LINE);
        } else if (input instanceof ObjectWithoutBitcode symbols) {
            symbols.undefined().forEach(name -> want(name, symbols.name()));
        } else if (input instanceof Archive archive) {
            ArchiveDefinitions index = new ArchiveDefinitions(archive, this::definitionsOf);
            if (wholeArchive) {
                for (ArchiveMember member : index.linkableMembers()) {
                    takeIn(member, true, WHOLE_ARCHIVE, COMMAND_LINE);
                }
            } else {
                archives.add(index);
            }
        }
    }

    private void pullUntilNothingIsMissing() {
        while (!missing.isEmpty() || !weak.isEmpty()) {
            if (missing.isEmpty()) {
                pullStrongDefinitionOf(weak.pollFirst());
            } else {
                pullDefinitionOf(missing.pollFirst());
            }
        }
    }

    private void pullBuiltins() {
        MemoryBuiltins.NAMES.stream()
                .filter(name -> !stronglyDefined.contains(name))
                .forEach(this::pullStrongDefinitionOf);
    }

    private void pullDefinitionOf(String name) {
        if (defined.contains(name)) {
            return;
        }
        if (withBuiltins && MemoryBuiltins.NAMES.contains(name)) {
            return;
        }
        List<ArchiveMember> candidates = candidates(name);
        candidates.stream()
                .filter(member -> isStrongIn(member, name))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .ifPresent(member -> pull(member, name));
    }

    private void pullStrongDefinitionOf(String name) {
        if (!stronglyDefined.contains(name)) {
            candidates(name).stream()
                    .filter(member -> isStrongIn(member, name))
                    .findFirst()
                    .ifPresent(member -> pull(member, name));
        }
    }

    /** The members that define the name, in the order of the archives. */
    private List<ArchiveMember> candidates(String name) {
        List<ArchiveMember> found = new ArrayList<>();
        for (ArchiveDefinitions archive : archives) {
            for (ArchiveMember member : archive.membersDefining(name)) {
                if (!pulled.contains(member) && definitionsOf(member).containsKey(name)) {
                    found.add(member);
                }
            }
        }
        return found;
    }

    private boolean isStrongIn(ArchiveMember member, String name) {
        return definitionsOf(member).get(name) == IrLinkage.EXTERNAL;
    }

    private Map<String, IrLinkage> definitionsOf(ArchiveMember member) {
        Optional<CompiledObject> object = object(member);
        if (object.isPresent()) {
            return definitionsOf(object.get());
        }
        List<Opened> inMember = modules(member);
        if (inMember.size() == 1) {
            return inMember.get(0).symbols().definitions();
        }
        Map<String, IrLinkage> all = new TreeMap<>();
        inMember.forEach(module -> all.putAll(module.symbols().definitions()));
        return all;
    }

    private void pull(ArchiveMember member, String symbol) {
        pulled.add(member);
        String askedBy = wanted.getOrDefault(symbol, symbol);
        takeIn(member, false, symbol, askedBy);
    }

    private void takeIn(ArchiveMember member, boolean direct, String reason, String askedBy) {
        object(member).ifPresentOrElse(object -> takeIn(object, direct, reason, askedBy), () -> modules(member)
                .forEach(module -> takeIn(module, direct, reason, askedBy)));
    }

    private void takeIn(CompiledObject object, boolean direct, String reason, String askedBy) {
        objects.add(new LinkedObject(object, direct, reason, askedBy));
        takeIn(definitionsOf(object));
        object.undefined().forEach(name -> want(name, object.name()));
    }

    private void takeIn(Opened module, boolean direct, String reason, String askedBy) {
        modules.add(new OpenModule(module.name(), module.module(), module.symbols(), direct, reason, askedBy));
        takeIn(module.symbols().definitions());
        module.symbols().undefined().forEach(name -> want(name, module.name()));
    }

    private void takeIn(Map<String, IrLinkage> definitions) {
        definitions.forEach((name, linkage) -> {
            defined.add(name);
            if (linkage == IrLinkage.EXTERNAL) {
                stronglyDefined.add(name);
            } else if (linkage == IrLinkage.WEAK_ANY || linkage == IrLinkage.LINK_ONCE_ANY) {
                weak.add(name);
            }
        });
    }

    private void want(String name, String askedBy) {
        if (wanted.putIfAbsent(name, askedBy) == null) {
            missing.add(name);
        }
    }

    private static Optional<CompiledObject> object(ArchiveMember member) {
        return member.content().filter(CompiledObject.class::isInstance).map(CompiledObject.class::cast);
    }

    private static Map<String, IrLinkage> definitionsOf(CompiledObject object) {
        Map<String, IrLinkage> definitions = new TreeMap<>();
        object.definitions()
                .forEach((name, strong) -> definitions.put(name, strong ? IrLinkage.EXTERNAL : IrLinkage.WEAK_ANY));
        return definitions;
    }

    private List<Opened> modules(ArchiveMember member) {
        List<Opened> known = opened.get(member);
        if (known == null) {
            known = member.content()
                    .filter(ModuleInput.class::isInstance)
                    .map(content -> open((ModuleInput) content))
                    .orElse(List.of());
            opened.put(member, known);
        }
        return known;
    }

    private List<Opened> open(ModuleInput input) {
        List<Opened> result = new ArrayList<>();
        for (ModuleSource source : input.modules()) {
            Module module = opener.open(source, false);
            ModuleSymbols symbols = ModuleSymbols.of(module);
            if (symbols.core() == ModuleSymbols.Core.INTRINSICS) {
                module.close();
                module = opener.open(source, true);
            }
            result.add(new Opened(source.name(), module, symbols));
        }
        return result;
    }

    private Resolution finish(int asked) {
        Set<Module> taken = new HashSet<>();
        modules.forEach(module -> taken.add(module.module()));
        opened.values().stream()
                .flatMap(List::stream)
                .map(Opened::module)
                .filter(module -> !taken.contains(module))
                .forEach(Module::close);
        Set<String> names = new HashSet<>(wanted.keySet());
        if (withBuiltins) {
            names.addAll(MemoryBuiltins.NAMES);
        }
        Set<String> onlyForBuiltins = new HashSet<>();
        modules.subList(asked, modules.size()).forEach(module -> onlyForBuiltins.addAll(module.defined()));
        return new Resolution(modules, objects, names, onlyForBuiltins);
    }

    /** A candidate module that was opened. */
    private record Opened(String name, Module module, ModuleSymbols symbols) {}
}
