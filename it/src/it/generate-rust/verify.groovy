def build = evaluate(new File(support, 'checks.groovy'))
build.prints 'org.example.Main', 'size 20', 'saw it, and counted'
