def build = evaluate(new File(support, 'checks.groovy'))
['bpf:compile', 'bpf:link', 'bpf:emit', 'bpf:help'].each { build.says it }
true
