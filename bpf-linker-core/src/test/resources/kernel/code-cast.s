// REQUIRES: 6.9 addr-space-cast
// FLAGS: -mcpu=v4
// VM: no, it wants an arena
    .section xdp, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    r1 = 0
    r1 = addr_space_cast(r1, 0, 1)
    r0 = 2
    exit
.Lend:
    .size prog, .Lend - prog

    .section license, "aw", @progbits
    .asciz "GPL"
