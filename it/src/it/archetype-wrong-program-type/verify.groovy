def build = evaluate(new File(support, 'checks.groovy'))
build.fails "programType is 'xpd' and takes tracepoint, xdp, kprobe, tc, cgroup_skb, lsm, socket_filter, uprobe, fentry, perf_event; correct -DprogramType"
assert new File(basedir, 'mine').list() as List == ['notes.txt']
assert build.text('mine/notes.txt') == 'keep me\n'
assert !build.text('pom.xml').contains('module>')
