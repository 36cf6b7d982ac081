def builds = new File(basedir, 'build.log').text.replaceAll('\u001B\\[[0-9;]*m', '').split('Scanning for projects').drop(1)

assert builds[0] =~ /no-section\/drop\.bpf\.c \[3\]: '[^']*drop\.bpf\.o' has no program: function 'drop_all' is in no section.*SEC\("xdp"\)/
assert builds[1] =~ /misspelt-section\/drop\.bpf\.c \[5\]: no loader knows section 'xpd' of function 'drop_all'; did you mean SEC\("xdp"\)/
assert builds[1] =~ /WARNING.*stray\.c makes no object: its name does not end in \.bpf\.c; rename it to .*stray\.bpf\.c/
assert builds[2] =~ /no-object\/drop\.c makes no object: its name does not end in \.bpf\.c; rename it to .*drop\.bpf\.c/
assert builds[3] =~ /linked drop\.bpf\.o: 0 programs, /
assert builds.every { !it.contains('\tat ') }
