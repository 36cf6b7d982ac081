new File(basedir, 'src/main/btf').mkdirs()
new File(basedir, 'src/main/btf/6.1.0.btf').bytes = new File('/sys/kernel/btf/vmlinux').bytes
true
