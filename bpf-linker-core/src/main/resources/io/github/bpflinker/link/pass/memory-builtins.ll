; The memory builtins for links whose inputs bring none or only weak ones. Byte by byte, because the verifier wants
; accesses to the stack aligned and the pointers here may have any alignment. Those that C lets return their first
; argument return nothing: nobody uses it, and the verifier forbids a function to return a pointer to the stack.

define i32 @bcmp(ptr %a, ptr %b, i64 %size) #0 {
  %result = call i32 @memcmp(ptr %a, ptr %b, i64 %size)
  ret i32 %result
}

define i32 @memcmp(ptr %a, ptr %b, i64 %size) #0 {
entry:
  %empty = icmp eq i64 %size, 0
  br i1 %empty, label %equal, label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %next, %same ]
  %a.i = getelementptr i8, ptr %a, i64 %i
  %b.i = getelementptr i8, ptr %b, i64 %i
  %x = load i8, ptr %a.i, align 1
  %y = load i8, ptr %b.i, align 1
  %differs = icmp ne i8 %x, %y
  br i1 %differs, label %different, label %same

same:
  %next = add nuw i64 %i, 1
  %more = icmp ult i64 %next, %size
  br i1 %more, label %loop, label %equal

different:
  %x.wide = zext i8 %x to i32
  %y.wide = zext i8 %y to i32
  %difference = sub i32 %x.wide, %y.wide
  ret i32 %difference

equal:
  ret i32 0
}

define void @memcpy(ptr %to, ptr %from, i64 %size) #0 {
entry:
  %empty = icmp eq i64 %size, 0
  br i1 %empty, label %end, label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %from.i = getelementptr i8, ptr %from, i64 %i
  %to.i = getelementptr i8, ptr %to, i64 %i
  %byte = load i8, ptr %from.i, align 1
  store i8 %byte, ptr %to.i, align 1
  %next = add nuw i64 %i, 1
  %more = icmp ult i64 %next, %size
  br i1 %more, label %loop, label %end

end:
  ret void
}

define void @memmove(ptr %to, ptr %from, i64 %size) #0 {
entry:
  %empty = icmp eq i64 %size, 0
  br i1 %empty, label %end, label %choose

choose:
  %to.address = ptrtoint ptr %to to i64
  %from.address = ptrtoint ptr %from to i64
  %backwards = icmp ugt i64 %to.address, %from.address
  br i1 %backwards, label %down, label %up

up:
  %i = phi i64 [ 0, %choose ], [ %i.next, %up ]
  %from.i = getelementptr i8, ptr %from, i64 %i
  %to.i = getelementptr i8, ptr %to, i64 %i
  %byte.i = load i8, ptr %from.i, align 1
  store i8 %byte.i, ptr %to.i, align 1
  %i.next = add nuw i64 %i, 1
  %i.more = icmp ult i64 %i.next, %size
  br i1 %i.more, label %up, label %end

down:
  %k = phi i64 [ %size, %choose ], [ %k.next, %down ]
  %k.next = add nsw i64 %k, -1
  %from.k = getelementptr i8, ptr %from, i64 %k.next
  %to.k = getelementptr i8, ptr %to, i64 %k.next
  %byte.k = load i8, ptr %from.k, align 1
  store i8 %byte.k, ptr %to.k, align 1
  %k.more = icmp ne i64 %k.next, 0
  br i1 %k.more, label %down, label %end

end:
  ret void
}

define void @memset(ptr %to, i32 %value, i64 %size) #0 {
entry:
  %byte = trunc i32 %value to i8
  %empty = icmp eq i64 %size, 0
  br i1 %empty, label %end, label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %to.i = getelementptr i8, ptr %to, i64 %i
  store i8 %byte, ptr %to.i, align 1
  %next = add nuw i64 %i, 1
  %more = icmp ult i64 %next, %size
  br i1 %more, label %loop, label %end

end:
  ret void
}

attributes #0 = { nounwind "no-builtins" }
