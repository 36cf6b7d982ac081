package io.github.bpflinker.load;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.map.GlobalVariables;
import io.github.bpflinker.run.TestRun;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads and runs programs in a virtual machine, and prints what came of it in sections. */
public final class InOtherKernel {

    private static final Path OBJECTS = Path.of("/load");
    private static final Path LOCKDOWN = Path.of("/sys/kernel/security/lockdown");
    private static final PrintStream OUT = System.out;
    private static final int PACKET = 60;

    private InOtherKernel() {}

    /**
     * Runs sections.
     *
     * @param arguments {@code load} for the objects that follow, {@code modules} for the modules that follow, {@code
     *     replaces}, {@code shows} for the objects that follow, {@code locks} for the programs that follow; each ends with
     *     {@code --}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int start = 0;
        for (int i = 0; i <= arguments.length; i++) {
            if (i == arguments.length || arguments[i].equals("--")) {
                run(arguments[start], List.of(arguments).subList(start + 1, i));
                start = i + 1;
            }
        }
    }

    private static void run(String what, List<String> names) throws IOException, InterruptedException {
        switch (what) {
            case "load" -> {
                OUT.println("## loads");
                names.forEach(InOtherKernel::load);
            }
            case "modules" -> modules(names);
            case "replaces" -> replaces();
            case "shows" -> {
                for (String name : names) {
                    OUT.println("## ours " + name);
                    OUT.flush();
                    shows(name);
                }
            }
            default -> {
                for (String level : List.of("integrity", "confidentiality")) {
                    OUT.println("## " + level);
                    Files.writeString(LOCKDOWN, level);
                    names.forEach(InOtherKernel::loadOne);
                }
            }
        }
    }

    private static BpfLoader loader(String name) {
        try {
            return BpfLoader.of(BpfObject.read(OBJECTS.resolve(name + ".bpf.o")))
                    .withoutPins();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String name) {
        load(name, loader(name));
    }

    /** Loads one program of {@code locked-down}, and no other. */
    private static void loadOne(String name) {
        load(
                name,
                loader("locked-down")
                        .programs((program, settings) ->
                                settings.load(program.name().equals(name))));
    }

    private static void load(String name, BpfLoader loader) {
        try (LoadedObject object = loader.load()) {
            OUT.println(name + ": " + object.programs().size() + " loaded");
        } catch (LoadException e) {
            OUT.println(name + ": " + e.getMessage());
        }
    }

    private static void modules(List<String> modules) throws IOException, InterruptedException {
        OUT.println("## modules");
        load("modules");
        for (String module : modules) {
            new ProcessBuilder("/bin/busybox", "insmod", "/modules/" + module + ".ko")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        try (LoadedObject object = loader("modules").load()) {
            for (LoadedProgram program : object.programs()) {
                boolean runs = program.typeName().equals("xdp");
                OUT.println(program.name() + (runs ? " returns " + run(program) : " is loaded"));
            }
        }
        try (LoadedObject object = loader("module-names").load()) {
            OUT.println(object.programs().get(0).name() + " is loaded");
        }
    }

    private static void replaces() {
        OUT.println("## replaces");
        try (LoadedObject asking = loader("replaced").load();
                LoadedObject other = loader("replacement")
                        .program("decides_otherwise", program -> program.attachTo(asking.program("asks")))
                        .load()) {
            OUT.println("before, asks returns " + run(asking.program("asks")));
            try (BpfLink link = Attach.program(other.program("decides_otherwise"))) {
                OUT.println("replaced by " + link.info().orElseThrow().typeName() + ", asks returns "
                        + run(asking.program("asks")));
            }
            OUT.println("after, asks returns " + run(asking.program("asks")));
            watches(asking.program("asks"));
        }
    }

    @SuppressWarnings("try") // links are closed within their blocks
    private static void watches(LoadedProgram watched) {
        try (LoadedObject watcher = loader("watcher")
                        .programs((program, settings) -> settings.attachTo(watched))
                        .load();
                BpfLink entry = Attach.program(watcher.program("at_entry"));
                BpfLink exit = Attach.program(watcher.program("at_exit"))) {
            run(watched);
            exit.close();
            run(watched);
            entry.close();
            run(watched);
            GlobalVariables variables = GlobalVariables.of(watcher);
            OUT.println("watched " + variables.variable("entries").number() + " times at the entry, "
                    + variables.variable("exits").number() + " at the exit of a function");
        }
    }

    private static int run(LoadedProgram program) {
        return TestRun.of(program).data(new byte[PACKET]).run().returnValue();
    }

    /** Runs the script {@code /each} with the name and the id of each program. */
    private static void shows(String name) throws IOException, InterruptedException {
        try (LoadedObject target = loader("replaced").load();
                LoadedObject object = loader(name)
                        .programs((program, settings) -> {
                            if (name.equals("replacement") || name.equals("watcher")) {
                                settings.attachTo(target.programs().get(0));
                            }
                        })
                        .load()) {
            List<String> command = new ArrayList<>(List.of("/bin/busybox", "sh", "/each"));
            for (LoadedProgram program : object.programs()) {
                command.add(program.name());
                command.add(Integer.toString(program.info().id()));
            }
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (LoadException e) {
            OUT.println(e.getMessage());
        }
    }
}
