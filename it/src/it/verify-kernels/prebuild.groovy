// A team's own repository has the kernel of its machines.
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def boot = new File(System.getProperty('user.home'), '.cache/bpf-linker-tests/linux-image-6.12-cloud-amd64/unpacked/boot')
def jar = new File(localRepositoryPath, 'io/github/bpflinker/it/linux-cloud/6.12/linux-cloud-6.12.jar')
jar.parentFile.mkdirs()
new ZipOutputStream(jar.newOutputStream()).withCloseable { zip ->
    boot.listFiles().findAll { it.name =~ /^(vmlinuz|config)-/ }.each { file ->
        zip.putNextEntry(new ZipEntry("boot/${file.name}"))
        file.withInputStream { zip << it }
        zip.closeEntry()
    }
}
true
