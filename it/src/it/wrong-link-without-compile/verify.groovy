def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'was not compiled; run the goal bpf:compile before this one'
