def build = evaluate(new File(support, 'checks.groovy'))
assert build.text('folder/task.h').contains('struct task_struct {')
assert build.text('folder/vmlinux.h').contains('struct task_struct {')
build.says 'embedded'
build.saysNot 'used by this project'
build.fails 'Goal requires a project to execute'
assert new File(basedir, 'folder').list().sort() == ['notes.txt', 'task.h', 'vmlinux.h']
