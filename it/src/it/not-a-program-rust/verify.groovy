def build = evaluate(new File(support, 'checks.groovy'))
build.fails "has no program: no input defines a function that a loader could start"
build.fails '#[no_mangle]'
