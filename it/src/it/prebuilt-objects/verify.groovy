def build = evaluate(new File(support, 'checks.groovy'))
build.object 'packets', programs: ['packets'], maps: ['counts']
build.says 'linked', 2
build.loads 'packets'
