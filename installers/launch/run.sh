# Starts the program and waits for it. Sourced by "wall".

java_pid=
only_arguments=

# runs the program with the flags of installers/jvm; $1: which of them
run_java() {
    kind=$1
    # the central server is quickened by what is noted of other services
    case $kind in server) archive=service ;; *) archive=$kind ;; esac
    shift
    set -- "@$here/installers/jvm/common.args" "@$here/installers/jvm/$kind.args" "-Dtoancanh.home=$here" \
        "-Dtoancanh.archives=$app/archives" --module-path "$app/javafx" -cp "$app/lib/*" vn.toancanh.app.Main "$@"
    if [ -n "$noting" ]; then set -- "-Dtoancanh.archives.note=$noting" "$@"; fi
    if [ -f "$app/archives/$archive.aot" ]; then
        set -- "-XX:AOTCache=$app/archives/$archive.aot" '-Xlog:aot*=off' '-Xlog:cds*=off' "$@"
    elif [ -n "$noting" ]; then
        set -- -XX:AOTMode=record "-XX:AOTConfiguration=$app/archives/$archive.$noting.noted" \
            -Xlog:disable -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput "$@"
    fi
    if [ -n "$virtual_screen" ]; then set -- -Dprism.order=sw "$@"; fi
    if [ -n "$only_arguments" ]; then set -- -Dtoancanh.arguments.only=true "$@"; fi
    # in the background, because a shell that waits for a foreground child does not hear a signal; some shells give such a
    # command /dev/null to read before they look at "<&0", so the input is taken along under another number
    if (exec 9<&0) 2>/dev/null; then exec 9<&0; else exec 9</dev/null; fi
    "$JAVA_HOME/bin/java" "$@" <&9 9<&- &
    java_pid=$!
    exec 9<&-
    status=0
    wait "$java_pid" || status=$?
    # a signal ends the first wait before the program has ended
    while kill -0 "$java_pid" 2>/dev/null; do
        status=0
        wait "$java_pid" || status=$?
    done
    java_pid=
    return "$status"
}
