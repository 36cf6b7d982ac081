def build = evaluate(new File(support, 'checks.groovy'))
build.says 'skipped', 2
build.noObject 'only'
