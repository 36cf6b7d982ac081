def build = evaluate(new File(support, 'checks.groovy'))
assert build.bytes('consumer/target/dependency/producer-1-bpfel.o') == build.bytes('producer/target/classes/bpf/only.bpf.o')
