def build = evaluate(new File(support, 'checks.groovy'))
build.object 'both', programs: ['entry'], subprograms: []
build.loads 'both'
