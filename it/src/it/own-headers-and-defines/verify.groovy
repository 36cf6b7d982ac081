def build = evaluate(new File(support, 'checks.groovy'))
build.object 'only', programs: ['only']
// Editors are told of the headers and macros.
def commands = new groovy.json.JsonSlurper().parseText(build.text('target/bpf/compile_commands.json'))
assert commands*.file == ["$basedir/src/main/bpf/only.bpf.c".toString()]
def arguments = commands[0].arguments
assert commands[0].directory == basedir.path && arguments[0] == 'clang'
assert arguments.containsAll(['-DVERDICT=2', '-Wall', "$basedir/headers".toString()])
