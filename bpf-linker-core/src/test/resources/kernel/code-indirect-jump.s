// REQUIRES: 6.19 gotox
// FLAGS: -mcpu=v4
    .section xdp, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    r0 = 2
    r1 = 0
    gotox r1
    exit
.Lend:
    .size prog, .Lend - prog

    .section license, "aw", @progbits
    .asciz "GPL"
