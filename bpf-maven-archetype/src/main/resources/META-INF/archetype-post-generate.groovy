import java.nio.file.Files
import java.nio.file.Path

def languages = ['c', 'rust', 'mixed']
def programTypes = ['xdp', 'tc', 'kprobe', 'tracepoint', 'lsm', 'cgroup_skb', 'socket_filter']

Path project = new File(request.outputDirectory, request.artifactId).toPath()
Path scaffold = project.resolve('bpf-maven-archetype.scaffold')
String language = request.properties['language']
String programType = request.properties['programType']

// Maven put the new module into the POM of the folder around it, if there is one.
def forgetModule = {
    File around = new File(request.outputDirectory, 'pom.xml')
    if (around.isFile()) {
        String text = around.getText('UTF-8')
        String module = java.util.regex.Pattern.quote(request.artifactId)
        around.setText(
                text.replaceAll("\\s*<module>$module</module>", '').replaceAll('\\s*<modules>\\s*</modules>', ''),
                'UTF-8')
    }
}

def check = { String property, String value, List<String> allowed ->
    if (!allowed.contains(value)) {
        scaffold.toFile().deleteDir()
        Files.deleteIfExists(project.resolve('pom.xml'))
        if (project.toFile().list()?.length == 0) {
            Files.delete(project)
        }
        forgetModule()
        throw new IllegalArgumentException("$property is '$value' and takes ${allowed.join(', ')}; correct -D$property")
    }
}
check('language', language, languages)
check('programType', programType, programTypes)

String javaPackage = request.getPackage().split('\\.').findAll { !it.isEmpty() }.collect { part ->
    String word = part.replaceAll('[^A-Za-z0-9_]', '_')
    word = Character.isDigit(word.charAt(0)) ? '_' + word : word
    javax.lang.model.SourceVersion.isKeyword(word) ? word + '_' : word
}.join('.')

boolean c = language != 'rust'
boolean mixed = language == 'mixed'
def tracingTypes = ['kprobe', 'tracepoint', 'lsm']
// In a mixed project the chosen type is that of the C program; the crate beside it listens to a tracepoint.
String rustType = mixed ? 'tracepoint' : programType

def words = { String text ->
    text.replace('@package@', javaPackage)
            .replace('@artifactId@', request.artifactId)
            .replace('@programType@', programType)
}
def write = { String from, String to, Map<String, String> more = [:] ->
    Path target = project.resolve(to)
    if (Files.exists(target)) {
        println "[WARNING] kept your own ${target}"
        return
    }
    String text = words(scaffold.resolve(from).toFile().getText('UTF-8'))
    more.each { key, value -> text = text.replace(key, value) }
    Files.createDirectories(target.parent)
    target.toFile().setText(text, 'UTF-8')
}
// Tracing programs use the types of the kernel, which the build writes as crate vmlinux.
boolean tracing = language != 'c' && tracingTypes.contains(rustType)
def crate = { String kind, String name, boolean ofKernel ->
    String folder = 'src/main/bpf/' + name
    write('rust/Cargo.toml', folder + '/Cargo.toml', ['@name@': name, '@dependencies@': ofKernel ? '''
# Written by bpf:vmlinux.
[dependencies]
vmlinux = { path = "../../../../target/bpf/vmlinux" }
''' : ''])
    write('rust/cargo-lock', folder + '/Cargo.lock', ['@name@': name, '@dependencies@': ofKernel ? '''dependencies = [
 "vmlinux",
]

[[package]]
name = "vmlinux"
version = "0.1.0"
''' : ''])
    if (!ofKernel) {
        write('rust/src/bpf.rs', folder + '/src/bpf.rs')
    }
    write(kind, folder + '/src/main.rs')
}

if (c) {
    write("c/${programType}.bpf.c", "src/main/bpf/${programType}.bpf.c")
}
if (language != 'c') {
    crate("rust/programs/${rustType}.rs", rustType + '_rs', tracing)
}
if (mixed) {
    crate('mixed/sizes.rs', 'sizes', false)
    write('mixed/sizes.c', 'src/main/bpf/sizes/sizes.c')
}

String java = javaPackage.replace('.', '/')
write('java/BpfObjects.java', "src/main/java/${java}/BpfObjects.java")
write('java/BpfObjectsTest.java', "src/test/java/${java}/BpfObjectsTest.java")
write('gitignore', '.gitignore')
if (language != 'rust') {
    write('clangd', '.clangd')
}
write('build-cache.xml', '.mvn/maven-build-cache-config.xml')
// A line that begins with [language] is for these languages only.
String readme = words(scaffold.resolve('README.md').toFile().getText('UTF-8')).readLines().findResults { line ->
    def mark = line =~ /^\[([a-z,]+)\] ?(.*)$/
    mark ? (mark.group(1).split(',').contains(language) ? mark.group(2) : null) : line
}.join('\n') + '\n'
scaffold.resolve('README.md').toFile().setText(readme, 'UTF-8')
write('README.md', 'README.md')
scaffold.toFile().deleteDir()
File pom = project.resolve('pom.xml').toFile()
String goals = '              <goal>compile</goal>'
pom.setText(
        words(pom.getText('UTF-8')).replace(goals, tracing ? "              <goal>vmlinux</goal>\n$goals" : goals), 'UTF-8')
