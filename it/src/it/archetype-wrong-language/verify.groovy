def build = evaluate(new File(support, 'checks.groovy'))
build.fails "language is 'go' and takes c, rust, mixed; correct -Dlanguage"
assert new File(basedir, 'mine').list() as List == ['notes.txt']
assert build.text('mine/notes.txt') == 'keep me\n'
assert !build.text('pom.xml').contains('module>')
