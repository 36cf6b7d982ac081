package io.github.bpflinker.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts another JVM like this one. */
public final class ChildCommand {

    private ChildCommand() {}

    /**
     * Same java, same options, same class path. What belongs to this process alone is left out: the phase file, and
     * debuggers, which want a port of their own.
     *
     * @param mainClass the class to start
     * @param arguments what it is given
     */
    public static List<String> like(Class<?> mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-D" + PhaseMarker.PROPERTY) && !option.startsWith("-agentlib:jdwp")) {
                command.add(option);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        command.addAll(arguments);
        return command;
    }
}
