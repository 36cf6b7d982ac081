package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.Flavours;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The types of a fully decoded {@link Btf}. */
public final class ModelTypes implements TargetTypes {

    private static final int[] NONE = {};

    private final String name;
    private final Btf btf;
    private volatile @Nullable Map<String, int[]> byEssentialName;

    /**
     * @param name what messages call it
     * @param btf the BTF of a kernel or an object, or of a module with its base
     */
    public ModelTypes(String name, Btf btf) {
        this.name = name;
        this.btf = btf;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int firstId() {
        return btf.firstId();
    }

    @Override
    public int typeCount() {
        return btf.typeCount();
    }

    @Override
    public int pointerSize() {
        return btf.pointerSize();
    }

    @Override
    public BtfType type(int id) {
        return btf.type(id);
    }

    @Override
    public int[] candidates(String essentialName) {
        Map<String, int[]> index = byEssentialName;
        if (index == null) {
            index = index();
            byEssentialName = index;
        }
        int[] ids = index.get(essentialName);
        return ids == null ? NONE : ids;
    }

    private Map<String, int[]> index() {
        Map<String, IntStream.Builder> builders = new HashMap<>();
        int id = btf.firstId();
        for (BtfType type : btf.types()) {
            if (!type.name().isEmpty()) {
                builders.computeIfAbsent(Flavours.essential(type.name()), n -> IntStream.builder())
                        .add(id);
            }
            id++;
        }
        Map<String, int[]> index = new HashMap<>();
        builders.forEach((essential, ids) -> index.put(essential, ids.build().toArray()));
        return index;
    }

    @Override
    public OptionalInt find(String wanted, BtfKind kind) {
        return btf.ids(wanted)
                .filter(id -> id >= btf.firstId() && btf.type(id).kind() == kind)
                .findFirst();
    }

    @Override
    public int strip(int id) {
        return btf.strip(id);
    }

    @Override
    public OptionalLong sizeOf(int id) {
        return btf.sizeOf(id);
    }
}
