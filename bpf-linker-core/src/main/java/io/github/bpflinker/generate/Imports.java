package io.github.bpflinker.generate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that a source file uses by their simple names. */
final class Imports {

    private static final Set<String> CLASSES = Set.of(
            // java.lang
            "AutoCloseable",
            "Boolean",
            "Byte",
            "Character",
            "CharSequence",
            "Class",
            "ClassLoader",
            "Cloneable",
            "Comparable",
            "Deprecated",
            "Double",
            "Enum",
            "Error",
            "Exception",
            "Float",
            "FunctionalInterface",
            "IllegalArgumentException",
            "IllegalStateException",
            "IndexOutOfBoundsException",
            "Integer",
            "Iterable",
            "Long",
            "Math",
            "Module",
            "Number",
            "Object",
            "Override",
            "Package",
            "Process",
            "ProcessBuilder",
            "Record",
            "Runnable",
            "Runtime",
            "RuntimeException",
            "SafeVarargs",
            "Short",
            "StackTraceElement",
            "String",
            "StringBuffer",
            "StringBuilder",
            "SuppressWarnings",
            "System",
            "Thread",
            "ThreadGroup",
            "ThreadLocal",
            "Throwable",
            "Void",
            // imported
            "Arrays",
            "BigInteger",
            "Bits",
            "BpfBloomFilter",
            "BpfLinks",
            "BpfLoader",
            "BpfMap",
            "BpfQueue",
            "ByteBuffer",
            "Codec",
            "Codecs",
            "Consumer",
            "Events",
            "Generated",
            "GlobalSection",
            "Inet4Address",
            "Inet6Address",
            "Lazy",
            "List",
            "LoadedMap",
            "MapOfMaps",
            "Memory",
            "NullMarked",
            "Nullable",
            "NumberArrays",
            "Objects",
            "OpenedObject",
            "OperationsMap",
            "SectionData",
            "SocketMap",
            "StructType",
            "StructView",
            "Text",
            "TypedEvents",
            "TypedObject",
            "TypedProgram",
            "UserRingBuffer",
            "ValueCodec",
            // nested in generated classes
            "View",
            "Maps",
            "Programs",
            "Opened",
            "Values");

    /** Simple names that no generated class has, so that these can always be imported. */
    static final Set<String> RESERVED =
            Stream.concat(CLASSES.stream(), ProgramKinds.all().stream()).collect(Collectors.toUnmodifiableSet());

    private static final String ROOT = "io.github.bpflinker.";

    private final Set<String> names = new TreeSet<>();
    private final String packageName;
    private final boolean nullMarked;
    private final Set<String> nested;

    /**
     * The imports of a file.
     *
     * @param nested the simple names of classes that are declared inside of the file's class
     */
    Imports(GenerateOptions options, Collection<String> nested) {
        this.packageName = options.packageName();
        this.nullMarked = options.nullMarked();
        this.nested = Set.copyOf(nested);
    }

    /** Whether annotations for null are written. */
    boolean nullMarked() {
        return nullMarked;
    }

    /**
     * The simple name of a class of the JDK or the library.
     *
     * @throws IllegalStateException if a generated class can have that name
     */
    String use(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (!RESERVED.contains(simple)) {
            throw new IllegalStateException("'" + name + "' is imported, and a generated class could be called so");
        }
        names.add(name);
        return simple;
    }

    /** The simple name of a class in {@code typed}. */
    String typed(String name) {
        return use(ROOT + "typed." + name);
    }

    /** The simple name of a class of this library. */
    String library(String name) {
        return use(ROOT + name);
    }

    /** How a generated class is called in this file. */
    String generated(ClassName name) {
        boolean hidden = name.enclosing().isEmpty() && nested.contains(name.simple());
        return hidden ? packageName + "." + name.simple() : name.qualified();
    }

    List<String> lines() {
        return names.stream().map(name -> "import " + name + ";").toList();
    }
}
