package io.github.bpflinker.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds the command line of a child JVM like this one. */
public final class ChildCommand {

    private ChildCommand() {}

    /**
     * Uses the same java, options and class path, without options that are specific to this process: the phase file,
     * and debuggers, which need their own port.
     *
     * @param mainClass the class to start
     * @param arguments its arguments
     */
    public static List<String> like(Class<?> mainClass, List<String> arguments) {
        return like(mainClass.getName(), arguments);
    }

    static List<String> like(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-D" + PhaseMarker.PROPERTY) && !option.startsWith("-agentlib:jdwp")) {
                command.add(option);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }
}
