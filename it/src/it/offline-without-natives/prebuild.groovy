// The local repository of this run, without the LLVM of Maven Central.
import java.nio.file.Files

def from = localRepositoryPath.toPath()
def to = new File(basedir, 'repository').toPath()
Files.walk(from).withCloseable { files ->
    files.filter { Files.isRegularFile(it) && !from.relativize(it).startsWith('org/bytedeco') }.each { file ->
        def copy = to.resolve(from.relativize(file))
        Files.createDirectories(copy.parent)
        Files.copy(file, copy)
    }
}
true
