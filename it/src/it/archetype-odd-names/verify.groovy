def build = evaluate(new File(support, 'checks.groovy'))
assert new File(basedir, '1st-probe.new/src/main/java/com/my_company/new_/_1/Main.java').exists()
build.objectIn '1st-probe.new', 'tracepoint'
build.jarHolds '1st-probe.new/target/1st-probe.new.jar', 'bpf/tracepoint.bpf.o'
