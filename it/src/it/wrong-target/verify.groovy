def build = evaluate(new File(support, 'checks.groovy'))
build.fails "<target> is 'sparc' and takes "
