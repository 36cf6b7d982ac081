def build = evaluate(new File(support, 'checks.groovy'))
build.says 'skipped', 1
build.noObject 'only'
assert new File(basedir, 'target/bpf').isDirectory()
