def launcher = evaluate(new File(support, 'launcher.groovy'))
def busy = new File(basedir, 'Busy.java')
busy.text = 'class Busy { static int next(int n) { for (int i = 0; i < 9999; i++) n = n * 31 + i % 7; return n; }' +
        ' public static void main(String[] arguments) { for (int i = 0, n = 0; i < 9_999_999; i++) n = next(n); } }'
def process = launcher.java(['-XX:+PreserveFramePointer', '-XX:CompileCommand=dontinline,Busy.next', busy.path]).start()
launcher.example([process.pid().toString(), '3'], {}, [/>Busy\.next: \d+ samples<\/title>/])
process.destroy()
