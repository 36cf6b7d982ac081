def build = evaluate(new File(support, 'checks.groovy'))
build.says 'no BPF sources in'
