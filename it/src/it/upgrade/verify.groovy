def build = evaluate(new File(support, 'checks.groovy'))
build.says 'bpf-maven-plugin:0.0.8:link', 1
build.says 'linked only.bpf.o', 2
build.says 'nothing to compile: 1 up to date', 1
build.says 'nothing to link: 1 up to date', 1
build.object 'only', programs: ['only']
// Both had the same LLVM, which was unpacked once; what other versions left is theirs.
def natives = new File(basedir, 'target/older-cache/natives').list() as List
assert natives.size() == 2 && natives.any { it.startsWith('19.1.3-') } && natives.any { it.startsWith('20.1.7-') }
