def build = evaluate(new File(support, 'checks.groovy'))
assert build.text('target/bpf/emit/only.ll').contains('@helper')
build.noObject 'only'
