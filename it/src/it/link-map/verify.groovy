def build = evaluate(new File(support, 'checks.groovy'))
assert build.text('target/bpf/map/only.map').contains('only')
