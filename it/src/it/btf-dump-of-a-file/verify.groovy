def build = evaluate(new File(support, 'checks.groovy'))
assert build.text('task.h').contains('struct task_struct {')
