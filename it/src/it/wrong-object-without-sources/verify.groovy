def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'has neither C sources nor a Cargo.toml; add one, or remove the object'
