import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

def secret = new File(basedir, 'src/main/bpf/secret').toPath()
// So that the next build can remove it.
Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString('rwxr-xr-x'))

def build = evaluate(new File(support, 'checks.groovy'))
build.fails "src/main/bpf/secret"
build.noObject 'secret'
