def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def sentences = builds.collect { build -> (build =~ /\[ERROR\] Failed to execute goal [^ ]+ .*? on project wrong: (.*) -> \[Help/)[0][1] }

assert sentences[0] == "<cpu> is 'v9' and takes generic, v1, v2, v3, v4, probe; correct it"
assert sentences[1].startsWith("object 'probe': 'no_such_function' is exported, but no input defines it")
assert sentences[2].contains("the object 'nothing'") && sentences[2].contains('has neither C sources nor a Cargo.toml')
assert sentences[3].contains('/no/such/clang (no such program)')
assert sentences[4].contains("unknown argument: '-fno-such-flag'")
assert sentences[5].contains('no-such-option') && sentences[5].contains('<llvmArgs>')
assert sentences[6] == "object 'probe' was not compiled; run the goal bpf:compile before this one"
assert sentences[7] == "<target> is 'riscv' and takes bpfel, bpfeb; correct it"
assert builds.every { !it.contains('\tat ') }
