def build = evaluate(new File(support, 'checks.groovy'))
build.object 'first', programs: ['one']
build.object 'second', programs: ['two']
build.noObject 'pair'
