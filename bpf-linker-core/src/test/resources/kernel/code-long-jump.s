// REQUIRES: 6.6 gotol
// FLAGS: -mcpu=v4
    .section xdp, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    r0 = 2
    gotol .Lout
.Lout:
    exit
.Lend:
    .size prog, .Lend - prog

    .section license, "aw", @progbits
    .asciz "GPL"
