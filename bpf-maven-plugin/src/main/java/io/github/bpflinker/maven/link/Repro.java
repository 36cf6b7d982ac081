package io.github.bpflinker.maven.link;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.process.CommandText;
import io.github.bpflinker.maven.worker.WorkerCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Writes a directory that reproduces a crash of LLVM: the inputs and a command. */
final class Repro {

    private Repro() {}

    /**
     * @param folder the directory, which is recreated
     * @param arguments the arguments of the link, the inputs first
     * @param log the output of the link
     */
    static Path write(Path folder, WorkerCommand command, LinkJob job, List<String> arguments, String log) {
        List<Path> inputs = job.unit().inputs();
        try {
            Files.createDirectories(folder);
            List<String> local = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                String name = i + "-" + inputs.get(i).getFileName();
                Files.copy(inputs.get(i), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                local.add(name);
            }
            for (String argument : arguments.subList(inputs.size(), arguments.size())) {
                boolean isOutput = argument.equals(job.output().toString());
                local.add(isOutput ? String.valueOf(job.output().getFileName()) : argument);
            }
            String text =
                    "# cd " + CommandText.quote(folder.toString()) + "\n" + CommandText.of(command.once(local)) + "\n";
            Files.writeString(folder.resolve("command.txt"), text, StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("output.txt"), log + "\n", StandardCharsets.UTF_8);
            return folder;
        } catch (IOException e) {
            throw BuildFailure.unwritable(folder, e);
        }
    }
}
