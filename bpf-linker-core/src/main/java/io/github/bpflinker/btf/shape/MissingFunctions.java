package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds types and records for functions without debug information. libbpf rejects an object in which a called function
 * has no {@code func_info}, and the kernel requires a {@code line_info} record at the start of each function.
 */
final class MissingFunctions {

    /** The C prototypes of the memory builtins: {@code p} is a pointer, {@code i} an int, {@code n} a size. */
    private static final Map<String, String> BUILTINS = Map.of(
            "memcpy", "p:to=p,from=p,size=n",
            "memmove", "p:to=p,from=p,size=n",
            "memset", "p:to=p,value=i,size=n",
            "memcmp", "i:a=p,b=p,size=n",
            "bcmp", "i:a=p,b=p,size=n");

    private static final String FILE = "(no source)";

    private final Btf btf;
    private final List<BtfType> types;
    private final Map<BtfType, Integer> added = new HashMap<>();

    private MissingFunctions(Btf btf) {
        this.btf = btf;
        this.types = new ArrayList<>(btf.types());
    }

    static ObjectBtf apply(ObjectBtf object, List<ObjectFunction> functions) {
        MissingFunctions missing = new MissingFunctions(object.btf());
        Map<String, List<BtfExt.FuncInfo>> infos = bySection(object.ext().functions());
        Map<String, List<BtfExt.LineInfo>> lines = bySection(object.ext().lines());
        for (ObjectFunction function : functions) {
            List<BtfExt.FuncInfo> ofSection = infos.computeIfAbsent(function.section(), name -> new ArrayList<>());
            if (ofSection.stream().noneMatch(info -> info.offset() == function.offset())) {
                ofSection.add(new BtfExt.FuncInfo(function.offset(), missing.describe(function)));
            }
            List<BtfExt.LineInfo> linesOfSection = lines.computeIfAbsent(function.section(), name -> new ArrayList<>());
            if (linesOfSection.stream().noneMatch(line -> line.offset() == function.offset())) {
                linesOfSection.add(new BtfExt.LineInfo(function.offset(), FILE, "", 0, 0));
            }
        }
        BtfExt ext = new BtfExt(sorted(infos), sorted(lines), object.ext().relocations());
        Btf complete = Btf.of(object.btf().name(), object.btf().order(), missing.types);
        return new ObjectBtf(complete, ext);
    }

    private int describe(ObjectFunction function) {
        String builtin = BUILTINS.get(function.name());
        BtfType.FuncProto prototype = builtin == null ? prototype(function) : prototype(builtin, function);
        BtfLinkage linkage = function.global() ? BtfLinkage.GLOBAL : BtfLinkage.STATIC;
        return add(new BtfType.Func(TypeNamesForKernel.safe(function.name()), add(prototype), linkage));
    }

    private BtfType.FuncProto prototype(ObjectFunction function) {
        List<BtfType.Param> params = new ArrayList<>();
        for (int i = 1; i <= function.parameters(); i++) {
            params.add(new BtfType.Param("arg" + i, type('n')));
        }
        return new BtfType.FuncProto(function.returnsValue() ? type('n') : 0, params);
    }

    private BtfType.FuncProto prototype(String builtin, ObjectFunction function) {
        List<BtfType.Param> params = new ArrayList<>();
        for (String param : builtin.substring(2).split(",", -1)) {
            int equals = param.indexOf('=');
            params.add(new BtfType.Param(param.substring(0, equals), type(param.charAt(equals + 1))));
        }
        return new BtfType.FuncProto(function.returnsValue() ? type(builtin.charAt(0)) : 0, params);
    }

    private int type(char kind) {
        return switch (kind) {
            case 'p' -> add(new BtfType.Ptr(0));
            case 'i' -> add(new BtfType.Int("int", 4, BtfType.Int.SIGNED, 0, 32));
            default -> add(new BtfType.Int("unsigned long", 8, 0, 0, 64));
        };
    }

    private int add(BtfType type) {
        Integer known = added.get(type);
        if (known == null) {
            known = btf.firstId() + types.size();
            types.add(type);
            added.put(type, known);
        }
        return known;
    }

    private static <T extends BtfExt.Entry> Map<String, List<T>> bySection(List<BtfExt.Section<T>> sections) {
        Map<String, List<T>> map = new LinkedHashMap<>();
        for (BtfExt.Section<T> section : sections) {
            map.computeIfAbsent(section.name(), name -> new ArrayList<>()).addAll(section.entries());
        }
        return map;
    }

    private static <T extends BtfExt.Entry> List<BtfExt.Section<T>> sorted(Map<String, List<T>> map) {
        List<BtfExt.Section<T>> sections = new ArrayList<>();
        map.forEach((name, entries) -> {
            entries.sort(Comparator.comparingLong(BtfExt.Entry::offset));
            Set<Long> seen = new HashSet<>();
            sections.add(new BtfExt.Section<>(
                    name,
                    entries.stream().filter(entry -> seen.add(entry.offset())).toList()));
        });
        return sections;
    }
}
