def build = evaluate(new File(support, 'checks.groovy'))
(0..9).each { number -> build.objectIn "module$number", 'only', programs: ['only'] }
build.says 'linked only.bpf.o', 10
build.saysNot 'not marked as thread-safe'
