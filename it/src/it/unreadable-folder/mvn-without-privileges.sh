#!/bin/sh
# Root may read everything, unless it gives that up.
if [ "$(id -u)" = 0 ]; then
    exec setpriv --bounding-set=-dac_override,-dac_read_search "${MAVEN_HOME:-$M2_HOME}/bin/mvn" "$@"
fi
exec "${MAVEN_HOME:-$M2_HOME}/bin/mvn" "$@"
