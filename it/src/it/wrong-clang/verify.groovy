def build = evaluate(new File(support, 'checks.groovy'))
build.fails "clang can't be used"
