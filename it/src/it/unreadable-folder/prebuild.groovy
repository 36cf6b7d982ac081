import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

Files.setPosixFilePermissions(new File(basedir, 'src/main/bpf/secret').toPath(), PosixFilePermissions.fromString('---------'))
true
