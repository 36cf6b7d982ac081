def build = evaluate(new File(support, 'checks.groovy'))
build.fails "add it to <dependencies> with <version>$projectVersion</version>"
