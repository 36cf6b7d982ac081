// REQUIRES: never indirect call
// FLAGS: -mcpu=v4
    .section xdp, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    r1 = 0
    callx r1
    r0 = 2
    exit
.Lend:
    .size prog, .Lend - prog

    .section license, "aw", @progbits
    .asciz "GPL"
