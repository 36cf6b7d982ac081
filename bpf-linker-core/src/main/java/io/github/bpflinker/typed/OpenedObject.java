package io.github.bpflinker.typed;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlanException;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An object, or several variants of one, out of the resources of an application, and what is to be changed before it is
 * loaded. Not thread-safe.
 */
public final class OpenedObject {

    private final Class<?> owner;
    private final List<Variant> variants;
    private final Map<String, Consumer<SectionData>> sections = new LinkedHashMap<>();
    private final List<Consumer<BpfLoader>> settings = new ArrayList<>();

    private record Variant(String resource, BpfObject object) {}

    /** An object that is loaded, and the resource that it comes from. */
    record Loaded(LoadedObject object, String resource) {}

    private OpenedObject(Class<?> owner, List<Variant> variants) {
        this.owner = owner;
        this.variants = variants;
    }

    /**
     * Reads the variants of an object that are for the byte order of this machine.
     *
     * @param owner a class of the application, whose class loader and module have the resources
     * @param resources as {@link Class#getResourceAsStream} takes them, the preferred one first
     * @throws LoadException if there is none, or one can't be read
     */
    public static OpenedObject of(Class<?> owner, String... resources) {
        List<Variant> variants = new ArrayList<>();
        for (String resource : resources) {
            BpfObject object = read(owner, resource);
            if (object.file().order().equals(ByteOrder.nativeOrder())) {
                variants.add(new Variant(resource, object));
            }
        }
        if (variants.isEmpty()) {
            throw new LoadException(new LoadProblem.Unsuitable("none of " + List.of(resources)
                    + " is for the byte order of this machine, " + ByteOrder.nativeOrder()
                    + "; link a variant for it"));
        }
        return new OpenedObject(owner, variants);
    }

    private static BpfObject read(Class<?> owner, String resource) {
        try {
            return BpfObject.readResource(owner, resource);
        } catch (IOException e) {
            throw new LoadException(
                    new LoadProblem.Unsuitable("object '" + resource + "' can't be read from the class path of "
                            + owner.getName() + " (" + e.getMessage() + "); build the project, so that the object is"
                            + " in its classes or its jar"),
                    e);
        }
    }

    /** Changes the contents that a section of constants begins with. */
    public void section(String name, Consumer<SectionData> change) {
        sections.merge(name, change, Consumer::andThen);
    }

    /** Changes other settings of the loader. */
    public void configure(Consumer<BpfLoader> change) {
        settings.add(change);
    }

    /**
     * Loads the first variant that the kernel takes.
     *
     * @throws LoadException why it does not take the first one, if it takes none; those of the others are suppressed in it
     */
    Loaded load() {
        List<LoadException> refusals = new ArrayList<>();
        for (Variant variant : variants) {
            try {
                return new Loaded(load(variant), variant.resource());
            } catch (LoadException e) {
                refusals.add(e);
            }
        }
        LoadException first = refusals.remove(0);
        refusals.forEach(first::addSuppressed);
        throw first;
    }

    private LoadedObject load(Variant variant) {
        BpfLoader loader = BpfLoader.of(variant.object());
        if (!sections.isEmpty()) {
            LoadPlan plan = plan(variant.object());
            Btf types =
                    BtfReader.read(plan.name(), plan.btf().orElseThrow().image().buffer());
            sections.forEach((name, change) -> plan.map(name).ifPresent(map -> {
                SectionData data = SectionData.of(map, types);
                change.accept(data);
                loader.map(name, section -> section.contents(data.toBytes()));
            }));
        }
        settings.forEach(change -> change.accept(loader));
        return loader.load();
    }

    private static LoadPlan plan(BpfObject object) {
        try {
            return Planner.plan(object, PlanOptions.none());
        } catch (PlanException e) {
            throw new LoadException(new LoadProblem.Unplannable(e.object(), e.problem()), e);
        }
    }

    @Override
    public String toString() {
        return "object of " + owner.getName() + ": "
                + variants.stream().map(Variant::resource).toList();
    }
}
