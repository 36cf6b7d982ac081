def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'BTF'
build.says 'processes'
