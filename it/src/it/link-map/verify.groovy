def build = evaluate(new File(support, 'checks.groovy'))
def map = build.text('target/bpf/map/only.map')
assert map =~ /(?s)Inputs.*only\.bpf\.c-\w+\.bc\n    command line\n.*Symbols/
assert map =~ /global function only in xdp\n    .*only\.bpf\.c-\w+\.bc/
