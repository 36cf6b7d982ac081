def build = evaluate(new File(support, 'checks.groovy'))
assert build.text('target/bpf/emit/only.bpf.ll').contains('@only(')
build.noObject 'only'
