// REQUIRES: 6.6 gotol
// FLAGS: -mcpu=v4
// VM: no, late updates of 6.1 know it
    .section xdp, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    r0 = 2
    if r1 == 0 goto .Lother
    gotol .Lout
.Lother:
    r0 = 1
.Lout:
    exit
.Lend:
    .size prog, .Lend - prog

    .section license, "aw", @progbits
    .asciz "GPL"
