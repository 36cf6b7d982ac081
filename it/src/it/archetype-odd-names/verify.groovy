def build = evaluate(new File(support, 'checks.groovy'))
assert new File(basedir, '1st-probe.new/src/main/java/com/my_company/new_/_1/BpfObjects.java').exists()
build.objectIn '1st-probe.new', 'xdp'
build.jarHolds '1st-probe.new/target/1st-probe.new-1.jar', 'bpf/xdp.bpf.o'
