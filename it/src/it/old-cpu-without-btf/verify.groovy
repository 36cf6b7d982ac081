def build = evaluate(new File(support, 'checks.groovy'))
build.object 'only', programs: ['only'], btf: false
