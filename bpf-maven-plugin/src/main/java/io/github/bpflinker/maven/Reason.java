package io.github.bpflinker.maven;

import java.nio.file.Path;

/** Why a goal failed, with the data of the sentence about it. */
public sealed interface Reason
        permits MachineReason,
                Reason.ObjectTwice,
                Reason.VariantTwice,
                Reason.ObjectWithoutSources,
                Reason.NoObject,
                Reason.ObjectNameInvalid,
                Reason.CompiledTwice,
                Reason.PathMissing,
                Reason.PathUnreadable,
                Reason.PathUnwritable,
                Reason.ParameterInvalid,
                Reason.CErrors,
                Reason.ClangFailed,
                Reason.CrateWithoutLock,
                Reason.CargoFailed,
                Reason.CrateWithoutOutput,
                Reason.NotCompiled,
                Reason.NotLinked,
                Reason.ObjectNotOnClassPath,
                Reason.CoreMissing,
                Reason.LinkFailed,
                Reason.LinkerRefuses,
                Reason.KernelWithoutBtf,
                Reason.NoKernelTypes,
                Reason.KernelRefused,
                Reason.VerifyImpossible,
                Reason.DoctorFoundMissing,
                Reason.ProjectOrParameter,
                Reason.WorkerDied,
                Reason.WorkerKilled,
                Reason.WorkerHung,
                Reason.SeveralFailed {

    /** One sentence for the user: the problem, its location, the cause and the remedy. */
    String sentence();

    /** Two definitions have the same object name. */
    record ObjectTwice(String object, String first, String second) implements Reason {
        @Override
        public String sentence() {
            return "two objects are named '" + object + "': " + first + " and " + second + "; rename one of them";
        }
    }

    /** Two variants have one classifier. */
    record VariantTwice(String classifier) implements Reason {
        @Override
        public String sentence() {
            return "two <variants> have the classifier '" + classifier + "'; give one of them another";
        }
    }

    /** An object has no sources. */
    record ObjectWithoutSources(String object, String origin) implements Reason {
        @Override
        public String sentence() {
            return "the object '" + object + "' (" + origin
                    + ") has neither C sources nor a Cargo.toml; add one, or remove the object";
        }
    }

    /** No object was found, but a source that is not part of one. */
    record NoObject(String source) implements Reason {
        @Override
        public String sentence() {
            return StrayFiles.sentence(Path.of(source));
        }
    }

    /** A name is not valid for an object. */
    record ObjectNameInvalid(String name) implements Reason {
        @Override
        public String sentence() {
            return "'" + name
                    + "' can't name an object; use letters, digits, '.', '_' and '-', and begin with a letter"
                    + " or digit";
        }
    }

    /** Two executions compile an object differently into one folder. */
    record CompiledTwice(String object, String execution, String other, String folder) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "' is compiled by the executions '" + execution + "' and '" + other
                    + "' with different settings into one folder, " + folder
                    + "; give one of them a <workDirectory> of its own";
        }
    }

    /** A file or folder of a parameter does not exist. */
    record PathMissing(String parameter, String path) implements Reason {
        @Override
        public String sentence() {
            return "<" + parameter + ">: " + path + " does not exist; correct the path";
        }
    }

    /** A file or folder can't be read. */
    record PathUnreadable(String path, String cause) implements Reason {
        @Override
        public String sentence() {
            return path + " can't be read (" + cause + "); give the user that runs Maven the right to read it";
        }
    }

    /** A file or folder can't be written. */
    record PathUnwritable(String path, String cause) implements Reason {
        @Override
        public String sentence() {
            return path + " can't be written (" + cause + "); check its permissions and the free space";
        }
    }

    /** A parameter has an invalid value. */
    record ParameterInvalid(String parameter, String value, String valid) implements Reason {
        @Override
        public String sentence() {
            return "<" + parameter + "> is '" + value + "' and takes " + valid + "; correct it";
        }
    }

    /** A C source has errors, which were logged before. */
    record CErrors(String object, String source, String errors, String first) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': " + source + " does not compile: " + errors + ", first " + first
                    + "; correct it there";
        }
    }

    /** clang failed without an error in the source. */
    record ClangFailed(String object, String source, String lastWords, String command) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': clang failed on " + source + ", saying last: " + lastWords
                    + "; the command is in " + command;
        }
    }

    /** A crate has no Cargo.lock, and its folder can't be written. */
    record CrateWithoutLock(String object, String crate) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': " + crate
                    + " has no Cargo.lock and cargo can't write one there; run cargo generate-lockfile where it can"
                    + " be written, and keep the file with the sources";
        }
    }

    /** cargo failed. */
    record CargoFailed(String object, String crate, String exitCode, String error) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': cargo could not build " + crate + " (exit code " + exitCode + "): " + error
                    + RustAdvice.behind(error);
        }
    }

    /** A crate has no binary and no static library. */
    record CrateWithoutOutput(String object, String crate) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': " + crate
                    + " has no binary and no static library; add src/main.rs, or [lib] crate-type ="
                    + " [\"staticlib\"] in Cargo.toml";
        }
    }

    /** The object to link was not compiled. */
    record NotCompiled(String object) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "' was not compiled; run the goal bpf:compile before this one";
        }
    }

    /** The object to read was not linked. */
    record NotLinked(String object, String file) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "' was not linked: there is no " + file
                    + "; run the goal bpf:link before this one";
        }
    }

    /** The generated classes would not find their object. */
    record ObjectNotOnClassPath(String folder, String classes) implements Reason {
        @Override
        public String sentence() {
            return "generated classes read their objects from the class path, which does not contain <outputDirectory> "
                    + folder + "; choose a folder in " + classes;
        }
    }

    /** The generated classes would not compile, because the library that they use is not on their class path. */
    record CoreMissing(String version) implements Reason {
        @Override
        public String sentence() {
            return "generated classes use the library io.github.bpflinker:bpf-linker-core, which they are not compiled"
                    + " with; add it to <dependencies> with <version>" + version + "</version> and without a <scope>";
        }
    }

    /** The linker rejects an object. */
    record LinkFailed(String object, String sentence) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': " + sentence;
        }
    }

    /** The linker's library rejects a file. */
    record LinkerRefuses(String sentence) implements Reason {
        @Override
        public String sentence() {
            return sentence;
        }
    }

    /**
     * The running kernel has no BTF.
     *
     * @param parameter the parameter that names the BTF of another kernel
     */
    record KernelWithoutBtf(String file, String parameter) implements Reason {
        @Override
        public String sentence() {
            return "there is no " + file + ", the types of a kernel; run a kernel built with CONFIG_DEBUG_INFO_BTF, or"
                    + " name the BTF of another one by " + parameter;
        }
    }

    /** A parameter names only folders without a file with the types of a kernel. */
    record NoKernelTypes(String parameter, String places) implements Reason {
        @Override
        public String sentence() {
            return "<" + parameter + ">: there is no file *.btf in " + places
                    + "; put the BTF of a kernel there, or name another folder or file";
        }
    }

    /** The kernel refuses an object. */
    record KernelRefused(String object, String program, String words, String log) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': the kernel refuses "
                    + (program.isEmpty() ? "it" : "program '" + program + "'") + ": " + words
                    + "; correct the source, or skip by -Dbpf.verify.skip; the whole log is in " + log;
        }
    }

    /** The object can't be verified on this machine. */
    record VerifyImpossible(String object, String cause) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "' can't be verified: " + cause + "; or set <required> of bpf:verify to false";
        }
    }

    /** Components that the project needs are not installed. */
    record DoctorFoundMissing(String missing) implements Reason {
        @Override
        public String sentence() {
            return "required components are missing: " + missing + "; then run bpf:doctor again";
        }
    }

    /** A goal has neither a project nor a file to work on. */
    record ProjectOrParameter(String goal, String parameter) implements Reason {
        @Override
        public String sentence() {
            return "bpf:" + goal + " has no project here and no -D" + parameter
                    + "=FILE; name a file, or run it in the folder of a pom.xml";
        }
    }

    /** LLVM ended the worker's process. */
    record WorkerDied(String object, String phase, String lastWords, String repro) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': LLVM ended its process" + inPhase(phase) + sayingLast(lastWords) + "; "
                    + repro + " holds the inputs and the command to report, and <llvm> chooses another LLVM";
        }
    }

    /** The worker's process was killed. */
    record WorkerKilled(String object, String phase, String repro) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': the process of its link was killed (signal 9)" + inPhase(phase)
                    + ", as the kernel does when memory runs out; free some or run fewer builds at once, "
                    + repro + " holds the inputs and the command";
        }
    }

    /** A link exceeded its time limit. */
    record WorkerHung(String object, String phase, long seconds, String repro) implements Reason {
        @Override
        public String sentence() {
            return "object '" + object + "': the link took longer than " + seconds + " s" + inPhase(phase)
                    + "; raise <timeout>, or look into " + repro + ", which holds the inputs and the command";
        }
    }

    /** Objects failed, each with an error that was logged before. */
    record SeveralFailed(int count, String objects) implements Reason {
        @Override
        public String sentence() {
            return (count == 1 ? "object '" + objects + "' failed" : count + " objects failed: " + objects)
                    + "; the errors above say why";
        }
    }

    private static String inPhase(String phase) {
        return phase.isEmpty() ? "" : " in phase '" + phase + "'";
    }

    private static String sayingLast(String words) {
        return words.isEmpty() ? "" : ", saying last: " + words;
    }
}
