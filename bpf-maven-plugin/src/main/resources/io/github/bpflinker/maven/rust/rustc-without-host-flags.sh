#!/bin/sh
# Stands between cargo and rustc. For BPF it leaves out flags that are meant for the machine that builds, and notes
# them; build scripts and procedural macros, which run on that machine, get what cargo gives them.
rustc=@RUSTC@
left_out=@LEFT_OUT@

bpf=
for argument do
    case $argument in
        bpfel-unknown-none | bpfeb-unknown-none | --target=bpfe[bl]-unknown-none) bpf=yes ;;
    esac
done
[ "$bpf" ] || exec "$rustc" "$@"

leave_out() {
    printf '%s\n' "$1" >>"$left_out"
}

# Prints what stays of a list of target features.
features() {
    kept=
    rest=$1,
    while [ "$rest" ]; do
        feature=${rest%%,*}
        rest=${rest#*,}
        case $feature in
            '') ;;
            [+-]alu32 | [+-]dummy | [+-]dwarfris | [+-]allows-misaligned-mem-access) kept=${kept:+$kept,}$feature ;;
            *) leave_out "-C target-feature=$feature" ;;
        esac
    done
    printf '%s\n' "$kept"
}

# Whether an argument for the linker is one for a C compiler that links.
for_c_compiler() {
    case $1 in
        -fuse-ld* | --ld-path* | -Wl,* | -Xlinker* | -flto* | -l* | -B* | -T* | -m[0-9]* | -march=* | -mtune=* | \
            -mcpu=* | -pthread | -pie | -no-pie | -static | -static-* | -shared | -rdynamic | -nostartfiles | \
            -nostdlib | -nodefaultlibs | --target=x86* | --target=aarch64* | --target=arm* | -z | -s)
            return 0
            ;;
    esac
    return 1
}

# The flags of the environment, which in cargo would take the place of those in configuration files.
set -- "$@" @FLAGS@

count=$#
while [ "$count" -gt 0 ]; do
    argument=$1
    shift
    count=$((count - 1))
    case $argument in
        -C | --codegen | -Z | -l)
            kind=${argument#-}
            option=
            if [ "$count" -gt 0 ]; then
                option=$1
                shift
                count=$((count - 1))
            fi
            ;;
        -C?*) kind=C option=${argument#-C} ;;
        --codegen=*) kind=C option=${argument#--codegen=} ;;
        -Z?*) kind=Z option=${argument#-Z} ;;
        -l?*) kind=l option=${argument#-l} ;;
        *)
            set -- "$@" "$argument"
            continue
            ;;
    esac
    [ "$kind" = -codegen ] && kind=C
    name=${option%%=*}
    case $name in
        *_*) name=$(printf '%s' "$name" | tr _ -) ;;
    esac
    value=${option#*=}
    case $kind:$name in
        C:target-cpu)
            case $value in
                generic | probe | v[1-9]) ;;
                *) leave_out "-C target-cpu=$value"; continue ;;
            esac
            ;;
        C:target-feature)
            value=$(features "$value")
            [ "$value" ] || continue
            option=target-feature=$value
            ;;
        C:link-arg)
            if for_c_compiler "$value"; then
                leave_out "-C link-arg=$value"
                continue
            fi
            ;;
        C:link-args)
            kept=
            set -f
            for word in $value; do
                if for_c_compiler "$word"; then
                    leave_out "-C link-args=$word"
                else
                    kept=${kept:+$kept }$word
                fi
            done
            set +f
            [ "$kept" ] || continue
            option=link-args=$kept
            ;;
        C:linker-flavor)
            case $value in
                bpf*) ;;
                *) leave_out "-C linker-flavor=$value"; continue ;;
            esac
            ;;
        C:panic)
            if [ "$value" = unwind ]; then
                leave_out "-C panic=unwind"
                continue
            fi
            ;;
        C:linker | C:link-self-contained | C:split-debuginfo | C:instrument-coverage | C:profile-generate | \
            C:profile-use | Z:sanitizer | l:*)
            case $option in
                */bpf-linker) ;; # what cargo itself says, by the variable that names the linker
                *) leave_out "-$kind $option" ;;
            esac
            continue
            ;;
    esac
    set -- "$@" "-$kind" "$option"
done

exec "$rustc" "$@" @OPTIONS@
