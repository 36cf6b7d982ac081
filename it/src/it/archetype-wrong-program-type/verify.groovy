def build = evaluate(new File(support, 'checks.groovy'))
build.fails "programType is 'xpd' and takes xdp, tc, kprobe, tracepoint, lsm, cgroup_skb, socket_filter; correct -DprogramType"
assert new File(basedir, 'mine').list() as List == ['notes.txt']
assert build.text('mine/notes.txt') == 'keep me\n'
assert !build.text('pom.xml').contains('module>')
