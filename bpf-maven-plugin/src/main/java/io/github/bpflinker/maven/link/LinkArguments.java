package io.github.bpflinker.maven.link;

import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.option.OutputKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of the linker for one job. */
final class LinkArguments {

    /** The newest CPU that an input was compiled for. */
    private static final String CPU_OF_INPUTS = "generic";

    private LinkArguments() {}

    /** Everything, the inputs first. */
    static List<String> of(LinkJob job, LinkSettings settings) {
        List<String> arguments = new ArrayList<>();
        job.unit().inputs().stream().map(Path::toString).forEach(arguments::add);
        arguments.addAll(List.of("-o", job.output().toString()));
        arguments.addAll(List.of(
                "--emit",
                String.join(
                        ",", job.kinds().stream().map(OutputKind::optionName).toList())));
        arguments.addAll(List.of("--target", job.unit().endianness().target()));
        arguments.addAll(List.of("--cpu", cpu(job, settings)));
        if (!settings.cpuFeatures().isEmpty()) {
            arguments.addAll(List.of("--cpu-features", settings.cpuFeatures()));
        }
        arguments.addAll(
                List.of("-O", job.spec().flatMap(ObjectSpec::optimization).orElse(settings.optimization())));
        if (settings.btf()) {
            arguments.add("--btf");
        }
        exports(job, settings).ifPresent(names -> {
            for (String name : names) {
                arguments.addAll(List.of("--export", name));
            }
        });
        arguments.add("--fatal-exports");
        arguments.add("--unloadable=" + (isLibrary(job, settings) ? "allow" : "error"));
        arguments.addAll(processOptions(job, settings));
        arguments.addAll(settings.flags());
        job.variant().kernel().ifPresent(kernel -> arguments.addAll(List.of("--kernel", kernel.toString())));
        job.dump().ifPresent(folder -> arguments.addAll(List.of("--dump-module", folder.toString())));
        job.linkMap().ifPresent(file -> arguments.addAll(List.of("--link-map", file.toString())));
        return arguments;
    }

    private static String cpu(LinkJob job, LinkSettings settings) {
        String usual = job.variant().kernel().isPresent() ? LinkSettings.CPU_OF_KERNEL : settings.cpu();
        String cpu = job.variant()
                .cpu()
                .or(() -> job.spec().flatMap(ObjectSpec::cpu))
                .orElse(usual);
        if (!cpu.equals(LinkSettings.CPU_OF_SOURCES)) {
            return cpu;
        }
        return job.unit().rust() ? LinkSettings.USUAL_CPU : CPU_OF_INPUTS;
    }

    private static boolean isLibrary(LinkJob job, LinkSettings settings) {
        return job.spec().flatMap(ObjectSpec::library).orElse(settings.library());
    }

    /** The symbols that the POM says stay visible. */
    static Optional<List<String>> exports(LinkJob job, LinkSettings settings) {
        return job.spec().flatMap(ObjectSpec::exports).or(settings::exports);
    }

    /** The options that a process can have only once: they also choose the worker. */
    static List<String> processOptions(LinkJob job, LinkSettings settings) {
        List<String> options = new ArrayList<>(List.of("--llvm", settings.llvm()));
        for (String argument : settings.llvmArgs()) {
            options.add("--llvm-args=" + argument);
        }
        if (!job.unit().rust()) {
            options.add("--disable-expand-memcpy-in-order");
        }
        return options;
    }
}
