def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'are not in the local repository and Maven is offline; run once without -o, or set <clang> and <llvm> to system'
build.noObject 'only'
