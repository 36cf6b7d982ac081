struct context { unsigned data; };
__attribute__((section("xdp"), used)) int in_test(struct context *c) { return 2; }
char _license[] __attribute__((section("license"), used)) = "GPL";
