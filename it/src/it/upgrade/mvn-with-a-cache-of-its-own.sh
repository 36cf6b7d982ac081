#!/bin/sh
BPF_LINKER_CACHE=target/older-cache exec "${MAVEN_HOME:-$M2_HOME}/bin/mvn" "$@"
