// Two releases of the plugin: this one under other versions.
import java.util.zip.ZipFile
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def plugin = new File(localRepositoryPath, 'io/github/bpflinker/bpf-maven-plugin')
def current = projectVersion

def release = { String version ->
    def from = new File(plugin, current)
    def to = new File(plugin, version)
    to.mkdirs()
    def pom = from.listFiles().find { it.name.endsWith('.pom') }.getText('UTF-8')
            .replace('${project.version}', current)
            .replace('<artifactId>bpf-maven-plugin</artifactId>', "<artifactId>bpf-maven-plugin</artifactId><version>$version</version>")
    new File(to, "bpf-maven-plugin-${version}.pom").setText(pom, 'UTF-8')
    new ZipFile(from.listFiles().find { it.name.endsWith('.jar') }).withCloseable { jar ->
        new ZipOutputStream(new FileOutputStream(new File(to, "bpf-maven-plugin-${version}.jar"))).withCloseable { copy ->
            jar.entries().each { entry ->
                def content = jar.getInputStream(entry).bytes
                if (entry.name =~ /\.(xml|properties)$/) {
                    content = new String(content, 'UTF-8').replaceFirst(java.util.regex.Pattern.quote(current), version).getBytes('UTF-8')
                }
                copy.putNextEntry(new ZipEntry(entry.name))
                copy.write(content)
            }
        }
    }
}
release('0.0.8')
release('0.0.9')

// What releases before them have left in the cache.
def cache = new File(basedir, 'target/older-cache')
def natives = new File(cache, 'natives/19.1.3-1.5.11-linux-x86_64-7a3b1f0')
natives.mkdirs()
new File(natives, 'llvm.list').text = '4 lib/libLLVM.so.19.1\n'
new File(cache, 'probes').mkdirs()
new File(cache, 'probes/libLLVM.so.20.1-0.txt').text = 'of an older form'
true
