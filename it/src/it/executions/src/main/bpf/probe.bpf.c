struct context { unsigned data; };
__attribute__((section("xdp"), used)) int in_main(struct context *c) { return 2; }
char _license[] __attribute__((section("license"), used)) = "GPL";
