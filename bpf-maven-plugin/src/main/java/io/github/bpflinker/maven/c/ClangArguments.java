package io.github.bpflinker.maven.c;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of clang for one C file. */
final class ClangArguments {

    private ClangArguments() {}

    /** The arguments that determine the output, without the paths of clang and of the bundled headers. */
    static List<String> of(CSource source, CSettings settings, IncludeFolders headers) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--target=" + source.endianness().target(), "-mcpu=" + settings.cpu(), "-O2", "-g"));
        if (source.withRust()) {
            arguments.addAll(List.of("-Xclang", "-disable-llvm-passes"));
        }
        arguments.add("-D__TARGET_ARCH_" + settings.targetArch().text());
        settings.defines().forEach(define -> arguments.add("-D" + define));
        arguments.addAll(headers.firstOptions());
        arguments.addAll(settings.flags());
        arguments.addAll(headers.lastOptions());
        arguments.addAll(List.of("-emit-llvm", "-c", source.source().toString(), "-o"));
        arguments.add(source.output().toString());
        arguments.addAll(List.of("-MD", "-MF", source.dependencies().toString(), "-MT", "object"));
        arguments.addAll(List.of("-fno-color-diagnostics", "-fno-caret-diagnostics", "-fno-diagnostics-show-option"));
        return arguments;
    }

    /** The options that make paths in the output independent of the checkout. The last matching option applies. */
    static List<String> prefixMaps(CSettings settings, Path bundledHeaders, Optional<Path> ownFolder) {
        List<String> maps = new ArrayList<>();
        List<Path> roots = settings.roots();
        Path base = roots.get(0);
        maps.add("-ffile-compilation-dir=.");
        for (int i = roots.size() - 1; i > 0; i--) {
            maps.add(map(roots.get(i), base.relativize(roots.get(i)) + "/"));
        }
        maps.add(map(base, ""));
        ownFolder.ifPresent(folder -> maps.add(map(folder, "clang/")));
        maps.add(map(bundledHeaders, "bpf-linker/"));
        return maps;
    }

    private static String map(Path folder, String name) {
        return "-ffile-prefix-map=" + folder + folder.getFileSystem().getSeparator() + "=" + name;
    }
}
