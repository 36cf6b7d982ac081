package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.Flavours;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.load.image.BtfImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Plans the externs of {@code .kconfig} and {@code .ksyms}, and changes them to defined variables in the BTF for the
 * kernel ({@code bpf_object__collect_externs}).
 */
final class ExternPlanner {

    private static final int INT_BITS = 32;
    private static final int INT_SIZE = 4;
    private static final String TRISTATE = "libbpf_tristate";

    /** An extern before its offset in {@code .kconfig} is determined. */
    private record Found(ElfSymbol symbol, Extern extern, int alignment) {}

    private final ObjectFile object;
    private final PlanningBtf btf;
    private final Map<String, Integer> declarations = new HashMap<>();
    private final Map<Integer, Integer> sections = new HashMap<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<Extern> externs = new ArrayList<>();
    private int kconfigSize;

    private ExternPlanner(ObjectFile object, PlanningBtf btf) {
        this.object = object;
        this.btf = btf;
    }

    /**
     * Plans the externs of an object.
     *
     * @param undefined reports a symbol that no BTF describes
     */
    static Externs plan(ObjectFile object, @Nullable PlanningBtf btf, Undefined undefined) {
        List<ElfSymbol> symbols = object.symbols().stream()
                .filter(symbol -> ObjectFile.isExtern(symbol) && !symbol.name().isEmpty())
                .toList();
        if (symbols.isEmpty() || btf == null) {
            symbols.stream().findFirst().ifPresent(symbol -> {
                throw undefined.error(symbol);
            });
            return new Externs(List.of(), Map.of(), 0);
        }
        ExternPlanner planner = new ExternPlanner(object, btf);
        planner.index();
        planner.collect(symbols, undefined);
        planner.rewrite();
        return new Externs(planner.externs, planner.places, planner.kconfigSize);
    }

    /** Creates the exception for an undefined symbol. */
    interface Undefined {
        PlanException error(ElfSymbol symbol);
    }

    /**
     * The planned externs.
     *
     * @param list in the order of the plan
     * @param places the index in the list by symbol index
     * @param kconfigSize the size of {@code .kconfig} in bytes; 0 if there is none
     */
    record Externs(List<Extern> list, Map<Integer, Integer> places, int kconfigSize) {}

    private void index() {
        Btf types = btf.types();
        int id = types.firstId();
        for (BtfType type : types.types()) {
            if (type instanceof BtfType.Var || type instanceof BtfType.Func) {
                declarations.putIfAbsent(type.name(), id);
            } else if (type instanceof BtfType.Datasec section) {
                for (BtfType.SectionVar variable : section.vars()) {
                    sections.putIfAbsent(variable.type(), id);
                }
            }
            id++;
        }
    }

    private void collect(List<ElfSymbol> symbols, Undefined undefined) {
        List<Found> found = new ArrayList<>(symbols.size());
        for (ElfSymbol symbol : symbols) {
            @Nullable Integer id = declarations.get(symbol.name());
            if (id == null || !isExtern(btf.types().type(id))) {
                throw undefined.error(symbol);
            }
            @Nullable Integer section = sections.get(id);
            if (section == null && btf.types().type(id) instanceof BtfType.Func) {
                throw undefined.error(symbol);
            }
            String sectionName =
                    section == null ? "" : btf.types().type(section).name();
            found.add(found(symbol, btf.types().type(id), sectionName));
        }
        found.sort(Comparator.comparing((Found f) -> f.extern() instanceof Extern.Kconfig ? 0 : 1)
                .thenComparing(Comparator.comparingInt(Found::alignment).reversed())
                .thenComparingInt(f -> f.extern() instanceof Extern.Kconfig kconfig ? kconfig.size() : 0)
                .thenComparing(f -> f.extern().name()));
        for (Found each : found) {
            places.put(each.symbol().index(), externs.size());
            externs.add(placed(each));
        }
    }

    private static boolean isExtern(BtfType type) {
        return type instanceof BtfType.Var variable
                ? variable.linkage() == BtfLinkage.EXTERN
                : type instanceof BtfType.Func function && function.linkage() == BtfLinkage.EXTERN;
    }

    private Found found(ElfSymbol symbol, BtfType declaration, String section) {
        boolean weak = symbol.isWeak();
        String name = symbol.name();
        int type = ((BtfType.Reference) declaration).type();
        if (section.equals(ObjectFile.KSYMS)) {
            int stripped = btf.types().strip(type);
            return declaration instanceof BtfType.Func
                    ? new Found(symbol, new Extern.Function(name, weak, Flavours.essential(name), stripped), 0)
                    : new Found(symbol, new Extern.Variable(name, weak, stripped), 0);
        }
        if (!section.equals(ObjectFile.KCONFIG)) {
            throw bad(
                    name,
                    "is in " + (section.isEmpty() ? "no section" : "section \"" + section + '"')
                            + "; externs belong into .ksyms (__ksym) or .kconfig (__kconfig)");
        }
        if (!(declaration instanceof BtfType.Var)) {
            throw bad(name, "is a function in .kconfig, which holds values of the kernel's configuration only");
        }
        return kconfig(symbol, weak, type);
    }

    private Found kconfig(ElfSymbol symbol, boolean weak, int declared) {
        Btf types = btf.types();
        int id = types.strip(declared);
        Extern.Kconfig.@Nullable Type type = kconfigType(id);
        OptionalLong size = types.sizeOf(id);
        if (type == null || size.isEmpty() || size.getAsLong() <= 0 || size.getAsLong() > Short.MAX_VALUE * 2L) {
            throw bad(
                    symbol.name(),
                    "has a type that no value of the kernel's configuration fits; use bool, char, an integer, char[] or"
                            + " enum libbpf_tristate");
        }
        boolean signed = types.type(id) instanceof BtfType.Int number && (number.encoding() & BtfType.Int.SIGNED) != 0;
        int bytes = (int) size.getAsLong();
        int alignment = type == Extern.Kconfig.Type.TEXT ? 1 : Math.min(bytes, types.pointerSize());
        return new Found(
                symbol,
                new Extern.Kconfig(symbol.name(), weak, 0, bytes, type, signed && type != Extern.Kconfig.Type.BOOL),
                alignment);
    }

    private Extern.Kconfig.@Nullable Type kconfigType(int id) {
        BtfType type = btf.types().type(id);
        if (type instanceof BtfType.Int number) {
            return integer(number);
        }
        if (type instanceof BtfType.Enumeration values) {
            boolean fits = type.name().equals(TRISTATE) && (type.kind() == BtfKind.ENUM64 || values.size() == INT_SIZE);
            return fits ? Extern.Kconfig.Type.TRISTATE : null;
        }
        boolean text = type instanceof BtfType.Array array
                && array.count() > 0
                && kconfigType(btf.types().strip(array.element())) == Extern.Kconfig.Type.CHAR;
        return text ? Extern.Kconfig.Type.TEXT : null;
    }

    private static Extern.Kconfig.@Nullable Type integer(BtfType.Int number) {
        long size = number.size();
        if ((number.encoding() & BtfType.Int.BOOL) != 0) {
            return size == 1 ? Extern.Kconfig.Type.BOOL : null;
        }
        if (size == 1) {
            return Extern.Kconfig.Type.CHAR;
        }
        return size == 2 || size == 4 || size == 8 ? Extern.Kconfig.Type.INT : null;
    }

    private Extern placed(Found found) {
        if (!(found.extern() instanceof Extern.Kconfig value)) {
            return found.extern();
        }
        int offset = (kconfigSize + found.alignment() - 1) / found.alignment() * found.alignment();
        kconfigSize = Math.addExact(offset, value.size());
        return new Extern.Kconfig(value.name(), value.weak(), offset, value.size(), value.type(), value.signed());
    }

    private PlanException bad(String symbol, String reason) {
        return object.fail(new PlanProblem.BadExtern(symbol, reason));
    }

    private void rewrite() {
        int dummy = dummyVariable();
        boolean[] used = usedSections();
        for (int id = 1; id < btf.types().typeCount(); id++) {
            if (used[id]) {
                if (btf.types().type(id).name().equals(ObjectFile.KSYMS)) {
                    rewriteSymbols(id, dummy);
                } else {
                    rewriteConfiguration(id);
                }
            }
        }
    }

    private boolean[] usedSections() {
        boolean[] used = new boolean[btf.types().typeCount()];
        for (Extern extern : externs) {
            used[sections.getOrDefault(declarations.getOrDefault(extern.name(), 0), 0)] = true;
        }
        used[0] = false;
        return used;
    }

    /**
     * The variable that replaces functions in {@code .ksyms}, where the kernel accepts only variables; 0 if there are
     * no functions.
     */
    private int dummyVariable() {
        OptionalInt section = btf.types().find(ObjectFile.KSYMS, BtfKind.DATASEC);
        if (section.isEmpty()) {
            return 0;
        }
        boolean functions = ((BtfType.Datasec) btf.types().type(section.getAsInt()))
                .vars().stream().anyMatch(variable -> btf.types().type(variable.type()) instanceof BtfType.Func);
        if (!functions) {
            return 0;
        }
        BtfImage image = btf.image();
        int name = image.addString("dummy_ksym");
        return image.addType(name, BtfKind.VAR, false, 0, integerType(), BtfLinkage.GLOBAL.code());
    }

    private int integerType() {
        int id = 1;
        for (BtfType type : btf.types().types()) {
            if (type instanceof BtfType.Int number && number.bits() == INT_BITS) {
                return id;
            }
            id++;
        }
        return 0;
    }

    private void rewriteSymbols(int section, int dummy) {
        BtfImage image = btf.image();
        int integer = integerType();
        List<BtfType.SectionVar> variables = ((BtfType.Datasec) btf.types().type(section)).vars();
        for (int i = 0; i < variables.size(); i++) {
            int id = variables.get(i).type();
            BtfType symbol = btf.types().type(id);
            requireExtern(symbol);
            if (symbol instanceof BtfType.Func function) {
                nameParameters(function.type(), image.name(dummy));
                image.setExtra(section, 3 * i, dummy);
                image.setInfo(id, BtfKind.FUNC, false, BtfLinkage.GLOBAL.code());
            } else {
                image.setExtra(id, 0, BtfLinkage.GLOBAL.code());
                image.setWord(id, integer);
            }
            image.setExtra(section, 3 * i + 1, INT_SIZE * i);
            image.setExtra(section, 3 * i + 2, INT_SIZE);
        }
        image.setWord(section, INT_SIZE * variables.size());
    }

    /** Names the parameters of a prototype, as the kernel requires for global functions. */
    private void nameParameters(int prototype, int name) {
        BtfImage image = btf.image();
        if (image.kind(prototype) == BtfKind.FUNC_PROTO) {
            for (int i = 0; i < image.elements(prototype); i++) {
                if (image.extra(prototype, 2 * i + 1) != 0 && image.extra(prototype, 2 * i) == 0) {
                    image.setExtra(prototype, 2 * i, name);
                }
            }
        }
    }

    private void rewriteConfiguration(int section) {
        BtfImage image = btf.image();
        Map<String, Extern.Kconfig> byName = new HashMap<>();
        for (Extern extern : externs) {
            if (extern instanceof Extern.Kconfig value) {
                byName.put(value.name(), value);
            }
        }
        List<BtfType.SectionVar> variables = ((BtfType.Datasec) btf.types().type(section)).vars();
        for (int i = 0; i < variables.size(); i++) {
            BtfType symbol = btf.types().type(variables.get(i).type());
            requireExtern(symbol);
            Extern.@Nullable Kconfig value = byName.get(symbol.name());
            if (value == null || !(symbol instanceof BtfType.Var)) {
                throw bad(symbol.name(), "is in .kconfig and elsewhere");
            }
            image.setExtra(variables.get(i).type(), 0, BtfLinkage.GLOBAL.code());
            image.setExtra(section, 3 * i + 1, value.offset());
        }
        image.setWord(section, kconfigSize);
    }

    private void requireExtern(BtfType symbol) {
        boolean known = (symbol instanceof BtfType.Var || symbol instanceof BtfType.Func)
                && externs.stream().anyMatch(extern -> extern.name().equals(symbol.name()));
        if (!known) {
            throw bad(symbol.name(), "is described by BTF, but the object has no such undefined symbol");
        }
    }
}
