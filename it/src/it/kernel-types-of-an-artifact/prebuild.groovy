// The types of Linux 6.1 that the tests have, in the local repository as if they had been installed.
import java.nio.file.Files
import java.nio.file.StandardCopyOption

def types = new File(support, '../../../bpf-linker-core/src/test/resources/load/kernels/6.1.btf').toPath()
def artifact = new File(localRepositoryPath, 'io/github/bpflinker/it/kernel-types/6.1/kernel-types-6.1.btf').toPath()
Files.createDirectories(artifact.parent)
Files.copy(types, artifact, StandardCopyOption.REPLACE_EXISTING)
true
