// REQUIRES: 4.8 xdp
// FLAGS: -mcpu=v4
    .section xdp, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    r0 = 2
    goto .Llast
.Lfirst:
    exit
.Llast:
    r0 += 0
    goto .Lfirst
.Lend:
    .size prog, .Lend - prog

    .section license, "aw", @progbits
    .asciz "GPL"
