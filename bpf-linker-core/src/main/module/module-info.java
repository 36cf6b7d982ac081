/**
 * The BPF linker as a library, and the loader for Java applications.
 *
 * <ul>
 *   <li>Linking: {@link io.github.bpflinker.link} and, in another process, {@link io.github.bpflinker.worker}, with the values that requests and results consist of in
 *       {@link io.github.bpflinker.input}, {@link io.github.bpflinker.option}, {@link io.github.bpflinker.diagnostic}
 *       and {@link io.github.bpflinker.version}.
 *   <li>Objects: {@link io.github.bpflinker.elf} and {@link io.github.bpflinker.btf}; what an object requires of a
 *       kernel is in {@link io.github.bpflinker.kernel.requirements}.
 *   <li>Loading and running: {@link io.github.bpflinker.load}, {@link io.github.bpflinker.attach},
 *       {@link io.github.bpflinker.map}, {@link io.github.bpflinker.events} and {@link io.github.bpflinker.run}; classes
 *       for one object are written by {@link io.github.bpflinker.generate} and stand on {@link io.github.bpflinker.typed}.
 * </ul>
 *
 * <p>Packages that are exported to the Maven plugin alone may change with each release.
 */
// JNA's jar names its module in its manifest only; the plugin runs on the class path.
@SuppressWarnings({"module", "requires-automatic"})
module io.github.bpflinker {
    requires com.sun.jna;
    requires java.management;
    // The names of Java, for generated classes.
    requires static java.compiler;
    requires static info.picocli;
    requires static org.jspecify;

    exports io.github.bpflinker.attach;
    exports io.github.bpflinker.btf;
    exports io.github.bpflinker.diagnostic;
    exports io.github.bpflinker.elf;
    exports io.github.bpflinker.events;
    exports io.github.bpflinker.generate;
    exports io.github.bpflinker.input;
    exports io.github.bpflinker.json;
    exports io.github.bpflinker.kernel.requirements;
    exports io.github.bpflinker.kernel.table;
    exports io.github.bpflinker.kernel.verifier;
    exports io.github.bpflinker.link;
    exports io.github.bpflinker.load;
    exports io.github.bpflinker.load.bind;
    exports io.github.bpflinker.load.core;
    exports io.github.bpflinker.load.host;
    exports io.github.bpflinker.load.inventory;
    exports io.github.bpflinker.load.plan;
    exports io.github.bpflinker.load.verify;
    exports io.github.bpflinker.map;
    exports io.github.bpflinker.option;
    exports io.github.bpflinker.run;
    exports io.github.bpflinker.typed;
    exports io.github.bpflinker.typed.program;
    exports io.github.bpflinker.version;
    exports io.github.bpflinker.worker;

    exports io.github.bpflinker.btf.dump to
            io.github.bpflinker.maven;
    exports io.github.bpflinker.btf.rust to
            io.github.bpflinker.maven;
    exports io.github.bpflinker.file to
            io.github.bpflinker.maven;
    exports io.github.bpflinker.llvm.locate to
            io.github.bpflinker.maven;
    exports io.github.bpflinker.machine to
            io.github.bpflinker.maven;
    exports io.github.bpflinker.report to
            io.github.bpflinker.maven;
    exports io.github.bpflinker.text to
            io.github.bpflinker.maven;

    // JNA calls and reads what is passed to C by reflection.
    opens io.github.bpflinker.llvm.raw to
            com.sun.jna;
    opens io.github.bpflinker.load.syscall to
            com.sun.jna;
}
