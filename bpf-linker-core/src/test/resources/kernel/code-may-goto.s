// REQUIRES: 6.9 may-goto
// FLAGS: -mcpu=v4
    .section xdp, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    r0 = 0
.Lnext:
    may_goto .Lout
    r0 += 1
    goto .Lnext
.Lout:
    r0 = 2
    exit
.Lend:
    .size prog, .Lend - prog

    .section license, "aw", @progbits
    .asciz "GPL"
