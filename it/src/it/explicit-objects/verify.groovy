def build = evaluate(new File(support, 'checks.groovy'))
build.object 'chosen', programs: ['kept']
build.noObject 'ignored'
build.says 'linked', 1
