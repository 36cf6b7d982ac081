def build = evaluate(new File(support, 'checks.groovy'))
assert build.text('mine/README.md') == 'mine\n'
assert build.text('mine/src/main/bpf/tc.bpf.c') == '/* mine */\n'
assert new File(basedir, 'mine/src/main/bpf/tracepoint.bpf.c').exists()
build.says 'kept your own'
