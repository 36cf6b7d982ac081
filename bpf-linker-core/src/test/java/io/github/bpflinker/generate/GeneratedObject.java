package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.GlobalVariables;
import io.github.bpflinker.map.Variable;
import io.github.bpflinker.typed.GlobalSection;
import io.github.bpflinker.typed.TypedEvents;
import io.github.bpflinker.typed.TypedObject;
import io.github.bpflinker.typed.program.AttachableProgram;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The generated classes of any object, compiled and loaded, and all of their methods used against the running kernel. */
public final class GeneratedObject implements AutoCloseable {

    /** Elements of these can hold any bytes: hash, array, lru_hash. */
    private static final Set<Integer> PLAIN = Set.of(1, 2, 9);

    private final URLClassLoader loader;
    private final TypedObject object;

    private GeneratedObject(URLClassLoader loader, TypedObject object) {
        this.loader = loader;
        this.object = object;
    }

    /** Generates the classes, compiles and loads them, and loads the object through them. */
    public static GeneratedObject of(Path folder, Path file) throws IOException, ReflectiveOperationException {
        Path classes = Files.createDirectories(folder.resolve("generated-classes"));
        JavaBuild.compile(classes, JavaBuild.generate("tested", file, GenerateOptions.of("generated")));
        Files.createDirectories(classes.resolve("bpf"));
        Files.copy(file, classes.resolve("bpf/tested.bpf.o"));
        URLClassLoader loader = JavaBuild.loader(classes);
        Object opened = loader.loadClass("generated.Tested").getMethod("open").invoke(null);
        return new GeneratedObject(loader, (TypedObject) StructTypes.call(opened, "load"));
    }

    /** Uses every map, variable and program. Returns what was done, by kind. */
    public Map<String, Integer> exercise() throws ReflectiveOperationException {
        Map<String, Integer> done = new HashMap<>();
        for (Object each : values(StructTypes.call(object, "programs"))) {
            LoadedProgram program = ((AttachableProgram) each).loaded();
            assertThat(object.object().programs())
                    .extracting(LoadedProgram::name)
                    .contains(program.name());
            done.merge("programs", 1, Integer::sum);
        }
        Object maps = StructTypes.call(object, "maps");
        for (LoadedMap map : object.object().maps()) {
            if (!map.plan().kind().isGlobalData()) {
                Object typed = StructTypes.call(maps, JavaNames.ofMember(map.name()));
                if (typed instanceof BpfMap<?, ?> elements && PLAIN.contains(map.type())) {
                    elements(elements, map);
                }
                done.merge("maps", 1, Integer::sum);
            }
        }
        for (Object each : values(object)) {
            if (each instanceof GlobalSection section) {
                done.merge("variables", variables(section), Integer::sum);
                writeBack(section);
            }
        }
        return done;
    }

    /** What the ring buffer of that name carries after a program has run. */
    public List<String> events(String program, String map) throws ReflectiveOperationException {
        Object handle = StructTypes.call(StructTypes.call(object, "programs"), JavaNames.ofMember(program));
        ((AttachableProgram) handle).testRun().data(new byte[64]).run();
        List<String> events = new ArrayList<>();
        Object typed = StructTypes.call(StructTypes.call(object, "maps"), JavaNames.ofMember(map));
        ((TypedEvents<?, ?>) typed).consume(event -> events.add(event.toString()));
        return events;
    }

    /** The results of all public methods without parameters that are declared by a class. */
    private static List<Object> values(Object of) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (Method method : of.getClass().getDeclaredMethods()) {
            if (method.getParameterCount() == 0
                    && Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())) {
                values.add(method.invoke(of));
            }
        }
        return values;
    }

    /** Elements written as bytes, read and written with types. */
    private static <K, V> void elements(BpfMap<K, V> typed, LoadedMap map) {
        BpfMap<byte[], byte[]> bytes = BpfMap.ofBytes(map);
        byte[] key = new byte[map.shape().keySize()];
        byte[] value = new byte[map.shape().valueSize()];
        Random random = new Random(map.name().hashCode());
        boolean array = map.type() == MapShape.ARRAY;
        if (!array) {
            random.nextBytes(key);
        }
        random.nextBytes(value);
        bytes.update(key, value);
        Map<K, V> seen = new HashMap<>();
        typed.forEach(seen::put);
        assertThat(seen).hasSize(array ? map.shape().maxEntries() : 1);
        seen.forEach((typedKey, typedValue) -> {
            typed.update(typedKey, typedValue);
            assertThat(typed.lookup(typedKey)).contains(typedValue);
        });
        assertThat(bytes.lookup(key)).isPresent();
    }

    /** Numbers are those of the same variables without types, after they were set, too. */
    private int variables(GlobalSection section) throws ReflectiveOperationException {
        GlobalVariables untyped = GlobalVariables.of(object.object());
        int compared = 0;
        for (String name : untyped.names()) {
            Method getter = getter(section, JavaNames.ofMember(name));
            if (getter != null && getter.getReturnType().isPrimitive() && getter.getReturnType() != boolean.class) {
                Variable variable = untyped.variable(name);
                assertThat(((Number) getter.invoke(section)).longValue())
                        .as(name)
                        .isEqualTo(variable.number());
                Method setter = setter(section, getter);
                if (setter != null) {
                    setter.invoke(section, getter.getReturnType() == int.class ? (Object) 5 : (Object) 5L);
                    assertThat(variable.number()).as(name).isEqualTo(5);
                }
                compared++;
            }
        }
        return compared;
    }

    /** What a variable has is what it has after that was written, whatever its type. */
    private static void writeBack(GlobalSection section) throws ReflectiveOperationException {
        for (Method getter : section.getClass().getDeclaredMethods()) {
            if (Modifier.isPublic(getter.getModifiers()) && getter.getParameterCount() == 0) {
                Object value = getter.invoke(section);
                for (Method setter : section.getClass().getDeclaredMethods()) {
                    // Numbers of enumerations have methods of their own; they need not have a constant.
                    if (setter.getName().equals(getter.getName())
                            && setter.getParameterCount() == 1
                            && setter.getParameterTypes()[0] == getter.getReturnType()
                            && !(value instanceof Enum)) {
                        setter.invoke(section, value);
                        assertThat(getter.invoke(section)).as(getter.getName()).isEqualTo(value);
                    }
                }
            }
        }
    }

    private static @Nullable Method getter(Object section, String name) {
        try {
            return section.getClass().getMethod(name);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static @Nullable Method setter(Object section, Method getter) {
        boolean number = getter.getReturnType() == int.class || getter.getReturnType() == long.class;
        try {
            return number ? section.getClass().getMethod(getter.getName(), getter.getReturnType()) : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        object.close();
        loader.close();
    }
}
