// The README's POM, and beside it the sources of the projects for C, Rust and both.
import java.nio.file.Files
import java.nio.file.StandardCopyOption

def readme = new File(support, '../../../README.md').getText('UTF-8')
def poms = (readme =~ /(?s)```xml\n(<project .*?)```/).collect { it[1] }
assert poms.size() == 1
new File(basedir, 'pom.xml').setText(poms[0], 'UTF-8')

['c-only', 'rust', 'mixed'].each { project ->
    def from = new File(support, "../it/$project/src").toPath()
    Files.walk(from).withCloseable { files ->
        files.filter { Files.isRegularFile(it) }.each { file ->
            def copy = new File(basedir, 'src').toPath().resolve(from.relativize(file))
            Files.createDirectories(copy.parent)
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING)
        }
    }
}
true
